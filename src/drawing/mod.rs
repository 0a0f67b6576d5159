//! PAPERS DRAWN AS PICTURES, in a process of its own: no decoder of ours or of a browser meets what a stranger brought
//! with more than a few limits around it.
//!
//! The server starts the same program again ([`child`]) without environment, gives it the file on stdin and takes
//! **pixels** from its stdout, of a photograph a few numbers too ([`cutting`]): no file format comes back, so a file that
//! takes the child over can choose colours, and where the frame stands, and nothing else. The server encodes the pixels itself ([`Studio`]), and with them whatever was in the file beside the
//! picture is gone: place, camera, name, scripts, attachments.
//!
//! The limits are those of Linux (`setrlimit`); the program is found by `/proc/self/exe`.

pub mod child;
mod cutting;
mod frame;
mod letters;
mod limits;
mod pdf;
mod studio;
pub mod watermark;

pub use studio::{Drawn, Ended, Studio};

/// A page is drawn with so many pixels on its longer side: an A4 sheet at about 200 dots per inch.
pub const LONGEST: u32 = 2_300;
/// The longer side of a thumbnail.
pub const THUMB: u32 = 240;
/// So many pages of a document are drawn; a passport has up to 48, the other papers of the set fewer than ten.
pub const MOST_PAGES: u32 = 50;
