//! The order of names in a language. Natively only: what the browser sorts, it sorts by its own
//! rules.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::cmp::Ordering;

/// How a language orders names: Å after Z in Swedish, capitals beside small letters, numbers by
/// size.
pub struct Order(CollatorBorrowed<'static>);

impl Order {
    /// That of a BCP 47 tag; of no language in particular where it is not known.
    pub fn of(lang: &str) -> Self {
        let of = |locale: Locale| {
            let mut preferences = CollatorPreferences::from(&locale);
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            Collator::try_new(preferences, CollatorOptions::default())
        };
        let order = of(lang.parse().unwrap_or(Locale::UNKNOWN)).or_else(|_| of(Locale::UNKNOWN));
        Self(order.expect("the order of no language in particular is compiled in"))
    }

    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.compare(one, other)
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    fn check(lang: &str, sorted: &[&str]) {
        let mut names = sorted.to_vec();
        names.reverse();
        let order = Order::of(lang);
        names.sort_by(|one, other| order.compare(one, other));
        assert_eq!(names, sorted, "{lang}");
    }

    #[test]
    fn names_stand_in_the_order_of_their_language() {
        check("sv", &["anna", "Berta", "Zlatan", "Åsa", "Ängla", "Örjan"]);
        check("de", &["Ängla", "anna", "Åsa", "Berta", "Örjan", "Zlatan"]);
        check("da", &["anna", "Zlatan", "Ærø", "Øystein", "Åsa"]);
        check(
            "en",
            &["9th Battalion", "10th Battalion", "anna", "Émile", "Zoe"],
        );
        check("not a tag", &["a", "B", "ç"]);
    }
}
