<?php
// A plugin for the harness: WordPress may ask this machine for embeds, and publishes what it is asked to as a post of its own.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn ($ports) => [...$ports, ...range(1024, 65535)]);
add_action('init', function () {
    if (!isset($_GET['publish'])) {
        return;
    }
    $post = wp_insert_post(['post_title' => 'Explained', 'post_status' => 'publish', 'post_content' => $_GET['publish']]);
    wp_safe_redirect(get_permalink($post));
    exit;
});
