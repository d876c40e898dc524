//! Data as nested lists: how a story travels in its page. Knows no structure of its own.
//!
//! Natively serde writes each structure as the list of its fields. In the browser [`Unpack`] reads
//! it back from what the platform's own parser made of the text: readers that serde derives, and a
//! parser of its own, would be a fifth of the program.

/// A value that some parser has read. What is not there, or is of another kind, reads as nothing:
/// an empty text, zero, no item.
pub trait Value: Sized {
    /// The item of a list at an index.
    fn item(&self, index: usize) -> Self;
    fn length(&self) -> usize;
    fn text(&self) -> String;
    fn number(&self) -> f64;
    fn is_true(&self) -> bool;
    fn is_null(&self) -> bool;
}

/// What can be read back from a [`Value`]; never fails, see there.
pub trait Unpack: Sized {
    fn unpack<V: Value>(value: &V) -> Self;
}

/// Implements [`Unpack`] for structures that are packed as the list of their fields, in the same
/// order.
macro_rules! unpack {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::pack::Unpack for $name {
            fn unpack<V: $crate::pack::Value>(value: &V) -> Self {
                let mut index = 0;
                $(
                    let $field = $crate::pack::Unpack::unpack(&value.item(index));
                    index += 1;
                )*
                let _ = index;
                Self { $($field),* }
            }
        }
    )*};
}

pub(crate) use unpack;

impl Unpack for String {
    fn unpack<V: Value>(value: &V) -> Self {
        value.text()
    }
}

impl Unpack for f64 {
    fn unpack<V: Value>(value: &V) -> Self {
        value.number()
    }
}

impl Unpack for u32 {
    fn unpack<V: Value>(value: &V) -> Self {
        value.number() as Self
    }
}

impl Unpack for bool {
    fn unpack<V: Value>(value: &V) -> Self {
        value.is_true()
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack<V: Value>(value: &V) -> Self {
        if value.is_null() {
            None
        } else {
            Some(T::unpack(value))
        }
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack<V: Value>(value: &V) -> Self {
        (0..value.length())
            .map(|index| T::unpack(&value.item(index)))
            .collect()
    }
}

impl<T: Unpack> Unpack for std::rc::Rc<T> {
    fn unpack<V: Value>(value: &V) -> Self {
        T::unpack(value).into()
    }
}

impl<T: Unpack> Unpack for [T; 2] {
    fn unpack<V: Value>(value: &V) -> Self {
        [T::unpack(&value.item(0)), T::unpack(&value.item(1))]
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack<V: Value>(value: &V) -> Self {
        (A::unpack(&value.item(0)), B::unpack(&value.item(1)))
    }
}

/// Natively, to prove that what is packed is what is read.
#[cfg(not(target_arch = "wasm32"))]
impl Value for serde_json::Value {
    fn item(&self, index: usize) -> Self {
        self.get(index).cloned().unwrap_or_default()
    }

    fn length(&self) -> usize {
        self.as_array().map_or(0, Vec::len)
    }

    fn text(&self) -> String {
        self.as_str().unwrap_or_default().to_owned()
    }

    fn number(&self) -> f64 {
        self.as_f64().unwrap_or_default()
    }

    fn is_true(&self) -> bool {
        self.as_bool()
            .unwrap_or_else(|| self.as_f64().is_some_and(|number| number != 0.0))
    }

    fn is_null(&self) -> bool {
        Self::is_null(self)
    }
}
