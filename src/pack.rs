//! How a story travels in its page: each structure as the list of its fields.
//!
//! `packed!` makes a type together with its writer and its reader, so that the order of the fields
//! is stated once. Natively serde writes the lists as JSON. In the browser [`Unpack`] reads what
//! the platform's own parser made of the text: readers that serde derives, and a parser of its own,
//! would be a fifth of the program.

/// The data is not what this build writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch;

type Result<T> = std::result::Result<T, Mismatch>;

/// A value that some parser has read. Whoever asks for a text, a number or a list gets an error
/// where the value is of another kind.
pub trait Value: Sized {
    /// The item of a list at an index within it.
    fn item(&self, index: usize) -> Self;
    fn length(&self) -> Result<usize>;
    fn text(&self) -> Result<String>;
    fn number(&self) -> Result<f64>;
    /// True and false, or 1 and 0, as the page has them for their length.
    fn boolean(&self) -> Result<bool>;
    fn is_null(&self) -> bool;
}

/// What can be read back from a [`Value`].
pub trait Unpack: Sized {
    /// # Errors
    ///
    /// When the value is not what this build writes for the type.
    fn unpack<V: Value>(value: &V) -> Result<Self>;
}

/// The items of a list in order, each read as its own type.
pub struct Items<'a, V> {
    list: &'a V,
    next: usize,
}

impl<'a, V: Value> Items<'a, V> {
    /// # Errors
    ///
    /// When the value is not a list of this length.
    pub fn of(list: &'a V, length: usize) -> Result<Self> {
        if list.length()? == length {
            Ok(Self { list, next: 0 })
        } else {
            Err(Mismatch)
        }
    }

    /// # Errors
    ///
    /// As [`Unpack::unpack`].
    pub fn read<T: Unpack>(&mut self) -> Result<T> {
        let item = self.list.item(self.next);
        self.next += 1;
        T::unpack(&item)
    }
}

/// Declares types with their writer ([`serde::Serialize`]) and their reader ([`Unpack`]):
///
/// - a structure travels as the list of its fields,
/// - an enum of words (`Quoted = "quoted"`) as its word,
/// - an enum of kinds (`0 => Once(stretch: Stretch)`) as a list of its tag and its parts.
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
            fn unpack<V: $crate::pack::Value>(value: &V) -> Result<Self, $crate::pack::Mismatch> {
                let mut items =
                    $crate::pack::Items::of(value, [$(stringify!($field)),*].len())?;
                Ok(Self { $($field: items.read()?),* })
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
        #[derive(serde::Serialize)]
        $visible enum $name {
            $($(#[$about])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$variant),*];

            /// Its word in the file format, in data and in attributes of the page.
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
            fn unpack<V: $crate::pack::Value>(value: &V) -> Result<Self, $crate::pack::Mismatch> {
                Self::from_key(&value.text()?).ok_or($crate::pack::Mismatch)
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
                    $({$($field:ident: $field_kind:ty),+})?
            ),* $(,)?
        }
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
            fn unpack<V: $crate::pack::Value>(value: &V) -> Result<Self, $crate::pack::Mismatch> {
                let tag = u32::unpack(&value.item(0))?;
                $(if tag == $tag {
                    let parts: &[&str] =
                        &[$($(stringify!($part)),+)? $($(stringify!($field)),+)?];
                    let mut items = $crate::pack::Items::of(value, 1 + parts.len())?;
                    items.read::<u32>()?;
                    return Ok(Self::$variant
                        $(($(items.read::<$kind>()?),+))?
                        $({$($field: items.read()?),+})?);
                })*
                Err($crate::pack::Mismatch)
            }
        }

        $crate::pack::packed! { $($rest)* }
    };
}

pub(crate) use packed;

impl Unpack for String {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        value.text()
    }
}

impl Unpack for f64 {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        value.number()
    }
}

impl Unpack for u32 {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        let number = value.number()?;
        let whole = number as Self;
        (f64::from(whole) == number)
            .then_some(whole)
            .ok_or(Mismatch)
    }
}

impl Unpack for u16 {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        u32::unpack(value)?.try_into().map_err(|_| Mismatch)
    }
}

impl Unpack for bool {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        value.boolean()
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        if value.is_null() {
            Ok(None)
        } else {
            T::unpack(value).map(Some)
        }
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        (0..value.length()?)
            .map(|index| T::unpack(&value.item(index)))
            .collect()
    }
}

impl<T: Unpack> Unpack for std::rc::Rc<T> {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        T::unpack(value).map(Self::new)
    }
}

impl<T: Unpack> Unpack for [T; 2] {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        let mut items = Items::of(value, 2)?;
        Ok([items.read()?, items.read()?])
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack<V: Value>(value: &V) -> Result<Self> {
        let mut items = Items::of(value, 2)?;
        Ok((items.read()?, items.read()?))
    }
}

/// Natively, to prove that what is packed is what is read.
#[cfg(not(target_arch = "wasm32"))]
impl Value for serde_json::Value {
    fn item(&self, index: usize) -> Self {
        self.get(index).cloned().unwrap_or_default()
    }

    fn length(&self) -> Result<usize> {
        self.as_array().map(Vec::len).ok_or(Mismatch)
    }

    fn text(&self) -> Result<String> {
        self.as_str().map(str::to_owned).ok_or(Mismatch)
    }

    fn number(&self) -> Result<f64> {
        self.as_f64().ok_or(Mismatch)
    }

    fn boolean(&self) -> Result<bool> {
        match (self.as_bool(), self.as_f64()) {
            (Some(value), _) => Ok(value),
            (None, Some(0.0)) => Ok(false),
            (None, Some(1.0)) => Ok(true),
            _ => Err(Mismatch),
        }
    }

    fn is_null(&self) -> bool {
        Self::is_null(self)
    }
}
