//! How a story travels in its page: each structure as the list of its fields.
//!
//! `packed!` makes a type together with its writer and its reader, so that the order of the fields
//! is stated once. Natively serde writes the lists as JSON. In the browser [`Unpack`] reads what
//! the platform's own parser made of the text: readers that serde derives, and a parser of its own,
//! would be a fifth of the program.

use std::cell::Cell;

/// The data is not what this build writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch;

thread_local! {
    // Whether anything read since the last start was of another kind than its type. A flag instead
    // of a result on every read: those made the app 5 kB larger.
    static MISMATCH: Cell<bool> = const { Cell::new(false) };
}

/// Notes that something is not what this build writes.
pub fn mismatch() {
    MISMATCH.set(true);
}

/// The value, or a default where there is none, which is noted as a mismatch.
pub fn expected<T: Default>(value: Option<T>) -> T {
    value.unwrap_or_else(|| {
        mismatch();
        T::default()
    })
}

/// A value that some parser has read; `None` where it is of another kind.
pub trait Value: Sized {
    /// The item of a list at an index within it.
    fn item(&self, index: usize) -> Self;
    fn length(&self) -> Option<usize>;
    fn text(&self) -> Option<String>;
    fn number(&self) -> Option<f64>;
    /// True and false, or 1 and 0, as the page has them for their length.
    fn boolean(&self) -> Option<bool>;
    fn is_null(&self) -> bool;
}

/// What can be read back from a [`Value`].
pub trait Unpack: Sized {
    /// Reads a value. What is of another kind becomes a default and is noted by [`mismatch`].
    fn read<V: Value>(value: &V) -> Self;

    /// Reads a whole value.
    ///
    /// # Errors
    ///
    /// When the value is not what this build writes for the type.
    fn unpack<V: Value>(value: &V) -> Result<Self, Mismatch> {
        MISMATCH.set(false);
        let read = Self::read(value);
        if MISMATCH.get() {
            Err(Mismatch)
        } else {
            Ok(read)
        }
    }
}

/// The items of a list in order, each read as its own type.
pub struct Items<'a, V> {
    list: &'a V,
    next: usize,
}

impl<'a, V: Value> Items<'a, V> {
    /// The items of a list that must have this length.
    pub fn of(list: &'a V, length: usize) -> Self {
        if list.length() != Some(length) {
            mismatch();
        }
        Self { list, next: 0 }
    }

    pub fn read<T: Unpack>(&mut self) -> T {
        let item = self.list.item(self.next);
        self.next += 1;
        T::read(&item)
    }
}

/// Declares types with their writer ([`serde::Serialize`]) and their reader ([`Unpack`]):
///
/// - a structure travels as the list of its fields,
/// - an enum of words (`Quoted = "quoted"`) as its index,
/// - an enum of kinds (`0 => Once(stretch: Stretch)`) as a list of its tag and its parts, with the
///   kind that an unknown tag is read as (`else Nowhere`).
macro_rules! packed {
    () => {};
    (
        $(#[$attribute:meta])*
        $visible:vis struct $name:ident {
            $($(#[$about:meta])* $field_visible:vis $field:ident: $kind:ty),* $(,)?
        }
        $($rest:tt)*
    ) => {
        $(#[$attribute])*
        $visible struct $name {
            $($(#[$about])* $field_visible $field: $kind,)*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple;
                let mut list = serializer.serialize_tuple([$(stringify!($field)),*].len())?;
                $(list.serialize_element(&self.$field)?;)*
                list.end()
            }
        }

        impl $crate::pack::Unpack for $name {
            fn read<V: $crate::pack::Value>(value: &V) -> Self {
                let mut items = $crate::pack::Items::of(value, [$(stringify!($field)),*].len());
                Self { $($field: items.read()),* }
            }
        }

        $crate::pack::packed! { $($rest)* }
    };
    (
        $(#[$attribute:meta])*
        $visible:vis enum $name:ident {
            $($(#[$about:meta])* $variant:ident = $word:literal),* $(,)?
        }
        $($rest:tt)*
    ) => {
        $(#[$attribute])*
        $visible enum $name {
            $($(#[$about])* #[serde(rename = $word)] $variant,)*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let index = Self::ALL.iter().position(|value| value == self);
                serde::Serialize::serialize(&index, serializer)
            }
        }

        impl $name {
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

            /// Its word in the file format and in attributes of the page.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.key() == key)
            }
        }

        impl $crate::pack::Unpack for $name {
            fn read<V: $crate::pack::Value>(value: &V) -> Self {
                let known = Self::ALL.get(u32::read(value) as usize).copied();
                known.unwrap_or_else(|| {
                    $crate::pack::mismatch();
                    Self::ALL[0]
                })
            }
        }

        $crate::pack::packed! { $($rest)* }
    };
    (
        $(#[$attribute:meta])*
        $visible:vis enum $name:ident {
            $(
                $(#[$about:meta])*
                $tag:literal => $variant:ident
                    $(($($part:ident: $kind:ty),+))?
                    $({$($field:ident: $field_kind:ty),+})?,
            )*
        } else $default:ident
        $($rest:tt)*
    ) => {
        $(#[$attribute])*
        $visible enum $name {
            $($(#[$about])* $variant $(($($kind),+))? $({$($field: $field_kind),+})?,)*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple;
                match self {
                    $(Self::$variant $(($($part),+))? $({$($field),+})? => {
                        let parts: &[&str] =
                            &[$($(stringify!($part)),+)? $($(stringify!($field)),+)?];
                        let mut list = serializer.serialize_tuple(1 + parts.len())?;
                        list.serialize_element(&$tag)?;
                        $($(list.serialize_element($part)?;)+)?
                        $($(list.serialize_element($field)?;)+)?
                        list.end()
                    })*
                }
            }
        }

        impl $crate::pack::Unpack for $name {
            fn read<V: $crate::pack::Value>(value: &V) -> Self {
                let tag = u32::read(&value.item(0));
                $(if tag == $tag {
                    let parts: &[&str] =
                        &[$($(stringify!($part)),+)? $($(stringify!($field)),+)?];
                    let mut items = $crate::pack::Items::of(value, 1 + parts.len());
                    items.read::<u32>();
                    return Self::$variant
                        $(($(items.read::<$kind>()),+))?
                        $({$($field: items.read()),+})?;
                })*
                $crate::pack::mismatch();
                Self::$default
            }
        }

        $crate::pack::packed! { $($rest)* }
    };
}

pub(crate) use packed;

impl Unpack for String {
    fn read<V: Value>(value: &V) -> Self {
        expected(value.text())
    }
}

impl Unpack for f64 {
    fn read<V: Value>(value: &V) -> Self {
        expected(value.number())
    }
}

impl Unpack for u32 {
    fn read<V: Value>(value: &V) -> Self {
        let number = f64::read(value);
        expected(Some(number as Self).filter(|whole| f64::from(*whole) == number))
    }
}

impl Unpack for u16 {
    fn read<V: Value>(value: &V) -> Self {
        expected(u32::read(value).try_into().ok())
    }
}

impl Unpack for bool {
    fn read<V: Value>(value: &V) -> Self {
        expected(value.boolean())
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn read<V: Value>(value: &V) -> Self {
        (!value.is_null()).then(|| T::read(value))
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn read<V: Value>(value: &V) -> Self {
        let length = expected(value.length());
        (0..length)
            .map(|index| T::read(&value.item(index)))
            .collect()
    }
}

impl<T: Unpack> Unpack for std::rc::Rc<T> {
    fn read<V: Value>(value: &V) -> Self {
        Self::new(T::read(value))
    }
}

impl<T: Unpack> Unpack for [T; 2] {
    fn read<V: Value>(value: &V) -> Self {
        let mut items = Items::of(value, 2);
        [items.read(), items.read()]
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn read<V: Value>(value: &V) -> Self {
        let mut items = Items::of(value, 2);
        (items.read(), items.read())
    }
}

/// Natively, to prove that what is packed is what is read.
#[cfg(not(target_arch = "wasm32"))]
impl Value for serde_json::Value {
    fn item(&self, index: usize) -> Self {
        self.get(index).cloned().unwrap_or_default()
    }

    fn length(&self) -> Option<usize> {
        self.as_array().map(Vec::len)
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn boolean(&self) -> Option<bool> {
        match (self.as_bool(), self.as_f64()) {
            (Some(value), _) => Some(value),
            (None, Some(0.0)) => Some(false),
            (None, Some(1.0)) => Some(true),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        Self::is_null(self)
    }
}
