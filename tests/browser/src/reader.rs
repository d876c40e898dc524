//! The reader's settings for a visit: size of the window, light or dark, with or without script.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
    pub script: bool,
    /// Whether the reader prefers reduced motion.
    pub reduced_motion: bool,
}

impl Reader {
    /// The narrowest phone that we support.
    pub const PHONE: Reader = Reader::new(320, 700);
    pub const TABLET: Reader = Reader::new(768, 1024);
    pub const DESKTOP: Reader = Reader::new(1280, 900);
    pub const ALL: [Reader; 3] = [Reader::PHONE, Reader::TABLET, Reader::DESKTOP];

    pub const fn new(width: u32, height: u32) -> Reader {
        Reader {
            width,
            height,
            dark: false,
            script: true,
            reduced_motion: false,
        }
    }

    pub const fn dark(self) -> Reader {
        Reader { dark: true, ..self }
    }

    pub const fn without_script(self) -> Reader {
        Reader {
            script: false,
            ..self
        }
    }

    pub const fn reduced_motion(self) -> Reader {
        Reader {
            reduced_motion: true,
            ..self
        }
    }

    /// `320 px, dark`: for test output and file names.
    pub fn describe(self) -> String {
        let color_scheme = if self.dark { "dark" } else { "light" };
        let script = if self.script { "" } else { ", no script" };
        format!("{} px, {color_scheme}{script}", self.width)
    }
}
