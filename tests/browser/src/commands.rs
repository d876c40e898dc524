//! WebDriver commands that the client library lacks, most of them specific to an engine.

use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command, by its path under the session.
#[derive(Debug)]
struct Command {
    method: Method,
    path: &'static str,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (
            self.method.clone(),
            self.body.as_ref().map(Value::to_string),
        )
    }
}

async fn post(client: &Client, path: &'static str, body: Value) -> Result<Value, CmdError> {
    client
        .issue_cmd(Command {
            method: Method::POST,
            path,
            body: Some(body),
        })
        .await
}

/// Switches to the page in the frame that a script returned.
pub async fn enter_frame(client: &Client, frame: Value) -> Result<Value, CmdError> {
    post(client, "frame", json!({ "id": frame })).await
}

/// Switches to the outermost page.
pub async fn leave_frames(client: &Client) -> Result<Value, CmdError> {
    enter_frame(client, Value::Null).await
}

/// Chromium: a command of the DevTools protocol.
pub async fn devtools(client: &Client, command: &str, params: Value) -> Result<Value, CmdError> {
    post(
        client,
        "goog/cdp/execute",
        json!({ "cmd": command, "params": params }),
    )
    .await
}

/// Chromium: the console's messages since the last call.
pub async fn console_log(client: &Client) -> Result<Value, CmdError> {
    post(client, "se/log", json!({ "type": "browser" })).await
}

/// Firefox: runs a script with the browser's rights, not the page's.
pub async fn in_firefox(
    client: &Client,
    script: &str,
    args: Vec<Value>,
) -> Result<Value, CmdError> {
    post(client, "moz/context", json!({ "context": "chrome" })).await?;
    let answer = client.execute(script, args).await;
    post(client, "moz/context", json!({ "context": "content" })).await?;
    answer
}

/// Firefox: the whole page as PNG in base64.
pub async fn full_screenshot(client: &Client) -> Result<Value, CmdError> {
    client
        .issue_cmd(Command {
            method: Method::GET,
            path: "moz/screenshot/full",
            body: None,
        })
        .await
}
