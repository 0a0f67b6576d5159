//! The torture set: PDFs that are cut, joined with others, or carry what no paper needs.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::cases::{Case, bad, good, joined, zip};
use crate::support::files::{pdf, pdf_of_root, pdf_with};

fn packed_bytes(plain: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(plain).unwrap();
    zlib.finish().unwrap()
}

fn stream(about: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{about}/Length {}>>stream\r\n", content.len());
    joined(&[head.as_bytes(), content, b"\nendstream "])
}

/// Objects packed together, as the object that holds them.
fn objects(about: &str, plain: &str) -> Vec<u8> {
    let about = format!("/Type/ObjStm/N 1/First 5/Filter/FlateDecode{about}");
    stream(&about, &packed_bytes(format!("9 0  {plain}").as_bytes()))
}

/// A catalogue that does this when the file is opened.
fn opening(action: &str) -> Vec<u8> {
    pdf_of_root(&format!("/Type/Catalog/Pages 2 0 R/OpenAction<<{action}>>"), &[], "opens")
}

fn with(object: Vec<u8>) -> Vec<u8> {
    pdf_with(&[object], "with")
}

/// A trailer that says more.
fn trailer(more: &str) -> Vec<u8> {
    let text = String::from_utf8(pdf("trailer")).unwrap();
    text.replace("trailer<<", &format!("trailer<<{more}")).into_bytes()
}

/// A picture that claims this size.
fn picture(width: u64, height: u64) -> Vec<u8> {
    let about =
        format!("/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/Filter/FlateDecode");
    stream(&about, &packed_bytes(&[0; 999]))
}

/// A later version behind the first: what a signature or a filled form adds.
fn with_a_later_version() -> Vec<u8> {
    let first = pdf("first");
    let at = first.len();
    let more = format!(
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\nxref\n3 1\n{at:010} 00000 n \n\
         trailer<</Root 1 0 R/Size 4/Prev 9>>\nstartxref\n{}\n%%EOF",
        at + 61
    );
    joined(&[&first, more.as_bytes()])
}

/// Whether it is whole, and alone.
pub fn whole() -> Vec<Case> {
    let good_one = pdf("whole");
    let later = with_a_later_version();
    let text = String::from_utf8(good_one.clone()).unwrap();
    let far = text.replace("startxref\n", "startxref\n9");
    vec![
        good("pdf", "pdf", good_one.clone()),
        good("pdf-named-exe", "exe", good_one.clone()),
        good("pdf-with-a-later-version", "pdf", later.clone()),
        good("pdf-with-empty-lines-behind", "pdf", joined(&[&good_one, b"\r\n\r\n\0\0"])),
        bad("pdf-without-its-end", "pdf", text.replace("%%EOF\n", "").into_bytes(), "file_truncated"),
        bad("pdf-half", "pdf", good_one[..good_one.len() / 2].to_vec(), "file_truncated"),
        bad("pdf-without-its-table", "pdf", text.replace("startxref", "").into_bytes(), "file_truncated"),
        bad("pdf-whose-table-is-outside", "pdf", far.into_bytes(), "file_truncated"),
        bad("pdf-cut-in-its-later-version", "pdf", later[..later.len() - 30].to_vec(), "file_truncated"),
        bad("pdf-of-its-mark-alone", "pdf", b"%PDF-1.7".to_vec(), "file_truncated"),
        bad("pdf-of-no-version", "pdf", text.replace("%PDF-1.7", "%PDF-x.y").into_bytes(), "file_broken"),
        bad("pdf-not-at-the-beginning", "pdf", joined(&[b"GIF \n\n", &good_one]), "file_mixed"),
        bad("pdf-in-a-page", "pdf", joined(&[b"<html><!--", &good_one, b"--><script>"]), "file_mixed"),
        bad("pdf-and-page", "pdf", joined(&[&good_one, b"<html><script>alert(1)</script>"]), "file_mixed"),
        bad("pdf-and-words", "pdf", joined(&[&good_one, b"and more"]), "file_mixed"),
        bad("pdf-and-zip", "pdf", joined(&[&good_one, &zip("a.class")]), "file_mixed"),
        bad("pdf-and-zip-in-a-stream", "pdf", with(stream("", &zip("a.class"))), "file_mixed"),
    ]
}

/// What it does, or asks for.
pub fn active() -> Vec<Case> {
    let script = "/S/JavaScript/JS(app.alert\\(1\\))";
    let attached = "/Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>";
    let words = stream("", b"BT (JavaScript is a language, and Launch a word) Tj ET");
    vec![
        good("pdf-that-opens-its-second-page", "pdf", opening("/S/GoTo/D[3 0 R/Fit]")),
        good("pdf-with-a-link", "pdf", with(b"<</Type/Annot/A<</S/URI/URI(https://egov.kz)>>>>".to_vec())),
        good("pdf-that-names-a-language", "pdf", with(words)),
        bad("pdf-with-a-password", "pdf", trailer("/Encrypt 9 0 R"), "pdf_encrypted"),
        bad("pdf-with-a-password-in-a-stream", "pdf", with(stream("/Type/XRef/Encrypt 9 0 R", b"x")), "pdf_encrypted"),
        bad("pdf-with-a-script", "pdf", opening(script), "pdf_script"),
        bad("pdf-with-a-spaced-script", "pdf", opening("/S % why\n /JavaScript /JS 4 0 R"), "pdf_script"),
        bad("pdf-with-a-disguised-script", "pdf", opening("/S/J#61vaScrip#74/#4AS(1)"), "pdf_script"),
        bad("pdf-with-a-script-in-its-names", "pdf", with(b"<</JavaScript<</Names[]>>>>".to_vec()), "pdf_script"),
        bad(
            "pdf-with-a-script-between-objects",
            "pdf",
            with(stream("", format!("9 0 obj<<{script}>>").as_bytes())),
            "pdf_script",
        ),
        bad("pdf-with-a-form-that-is-a-program", "pdf", with(b"<</AcroForm<</XFA 4 0 R>>>>".to_vec()), "pdf_script"),
        bad("pdf-that-starts-a-program", "pdf", opening("/S/Launch/F(cmd.exe)"), "pdf_launch"),
        bad("pdf-that-starts-a-program-in-disguise", "pdf", opening("/S/#4c#61#75#6e#63#68/F(x)"), "pdf_launch"),
        bad("pdf-with-files", "pdf", pdf_of_root(attached, &[], "files"), "pdf_embedded"),
        bad("pdf-with-a-file", "pdf", with(b"<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>".to_vec()), "pdf_embedded"),
        bad("pdf-with-an-unnamed-file", "pdf", with(stream("/Type/EmbeddedFile", b"MZ")), "pdf_embedded"),
        good("pdf-with-a-large-picture", "pdf", with(picture(9_900, 9_900))),
        bad("pdf-with-a-picture-of-a-mile", "pdf", with(picture(100_000, 100_000)), "pdf_pixels"),
        bad("pdf-with-a-picture-of-the-largest-number", "pdf", with(picture(u64::MAX, u64::MAX)), "pdf_pixels"),
        bad("pdf-with-a-film", "pdf", with(b"<</Subtype/RichMedia>>".to_vec()), "pdf_embedded"),
    ]
}

/// Where the words of what is refused stand: as keys and values of objects, wherever these hide; or in mere text.
pub fn told() -> Vec<Case> {
    let object = |text: &str| with(text.as_bytes().to_vec());
    let tree = "/Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Kids[4 0 R]>>>>";
    let leaf = b"<</Limits[(a)(a)]/Names[(a)<</S/#4AavaScript/JS(1)>>]>>".to_vec();
    let unknown_tree = "/Type/Catalog/Pages 2 0 R/Names<</Dests<</Kids[4 0 R]>>>>";
    vec![
        good(
            "pdf-whose-page-tells-of-scripts",
            "pdf",
            with(stream("", b"BT (/JavaScript and /Launch) Tj [(/EmbeddedFile)3(/Encrypt)] TJ ET")),
        ),
        good(
            "pdf-whose-title-tells-of-scripts",
            "pdf",
            object(r"<</Title(On /JavaScript \( and /Launch )/Author(a(/XFA)b)>>"),
        ),
        good("pdf-whose-remark-tells-of-scripts", "pdf", object("<</A 1 % once there was /JavaScript here\n/B 2>>")),
        good("pdf-with-a-title-in-figures", "pdf", object("<</Title<2F4C61756E6368 20 2F4A53>/Author()>>")),
        good("pdf-of-a-sloppy-writer", "pdf", with(b"<</Length 9>>stream\n(\x8F/Launch\x8Eendstream ".to_vec())),
        bad("pdf-with-a-tree-of-scripts", "pdf", pdf_of_root(tree, std::slice::from_ref(&leaf), "tree"), "pdf_script"),
        bad("pdf-with-a-script-deep-in-a-tree", "pdf", pdf_of_root(unknown_tree, &[leaf], "leaf"), "pdf_script"),
        bad("pdf-with-a-script-behind-a-string", "pdf", object(r"<</A(a\\)/S/JavaScript>>"), "pdf_script"),
        bad("pdf-with-a-script-behind-brackets", "pdf", object(r"<</A(a\)(b\()c)/S/JavaScript>>"), "pdf_script"),
        bad("pdf-with-a-script-behind-a-remark", "pdf", object("<</A 1%(\n/S/JavaScript/B(a)>>"), "pdf_script"),
        bad("pdf-with-a-script-in-a-string", "pdf", object("<</A(9 0 obj<</S/JavaScript>>endobj)>>"), "pdf_script"),
        bad("pdf-with-a-script-in-two-strings", "pdf", object("<</A(9 0 obj<<%)(\n/S/JavaScript>>)>>"), "pdf_script"),
        bad("pdf-with-a-script-in-a-remark", "pdf", object("<</A 1%9 0 obj<</S/JavaScript>>\n>>"), "pdf_script"),
        bad("pdf-with-a-script-in-odd-figures", "pdf", object("<</A<(>/S/JavaScript/B(a))>>"), "pdf_script"),
        bad("pdf-with-a-string-without-end", "pdf", object("<</A(>>endobj 9 0 obj<</S/Launch>>"), "pdf_launch"),
        bad("pdf-with-a-stream-that-is-none", "pdf", object("<</A stream\n/S/Launch/F(x)>>"), "pdf_launch"),
        bad("pdf-with-a-stream-in-a-list", "pdf", object("[<<>>stream\n<</S/Launch>>endstream]"), "pdf_launch"),
        bad("pdf-with-a-stream-in-a-dictionary", "pdf", object("<</A<<>>stream\n/S/Launch>>"), "pdf_launch"),
        bad(
            "pdf-with-packed-objects-in-a-string",
            "pdf",
            with([&b"<</A(9 0 obj"[..], &objects("", "<</S/Launch>>"), b")>>"].concat()),
            "pdf_launch",
        ),
    ]
}

/// What is packed in it.
pub fn packed() -> Vec<Case> {
    let script = "<</S/JavaScript/JS(1)>>";
    let untyped = stream("/N 1/First 5/Filter[/FlateDecode]", &packed_bytes(format!("9 0  {script}").as_bytes()));
    let open = stream("/Type/ObjStm/N 1/First 5", format!("9 0  {script}").as_bytes());
    let bomb = stream("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", &packed_bytes(&vec![b' '; 40 << 20]));
    let mut damaged = objects("", "<</Type/Font>>");
    let at = damaged.len() - 22;
    damaged[at] ^= 0xFF;
    // One object stream inside another, which is stored and not squeezed: its bytes lie open, where a table can point.
    let inner = joined(&[b"8 0 obj", &objects("", script), b"endobj"]);
    let mut stored = ZlibEncoder::new(Vec::new(), Compression::none());
    stored.write_all(&inner).unwrap();
    let nested = stream("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", &stored.finish().unwrap());
    vec![
        good("pdf-packed", "pdf", with(objects("", "<</Type/Font/BaseFont/Times>>"))),
        good("pdf-with-packed-pixels", "pdf", with(stream("/Filter/FlateDecode", &packed_bytes(b"/JavaScript")))),
        bad("pdf-with-a-packed-script", "pdf", with(objects("", script)), "pdf_script"),
        bad("pdf-with-a-packed-and-disguised-script", "pdf", with(objects("", "<</S/Java#53cript>>")), "pdf_script"),
        bad("pdf-with-a-packed-script-of-no-type", "pdf", with(untyped), "pdf_script"),
        bad("pdf-with-an-open-stream-of-objects", "pdf", with(open), "pdf_script"),
        bad("pdf-with-a-stream-in-a-stream", "pdf", with(nested), "pdf_script"),
        bad("pdf-with-a-packed-start", "pdf", with(objects("", "<</S/Launch/F(x)>>")), "pdf_launch"),
        bad("pdf-with-a-packed-file", "pdf", with(objects("", "<</F(a)/EF<</F 5 0 R>>>>")), "pdf_embedded"),
        bad("pdf-with-a-bomb", "pdf", with(bomb), "pdf_unreadable"),
        bad(
            "pdf-packed-twice",
            "pdf",
            with(objects("/DecodeParms[null]/Filter[/ASCIIHexDecode/FlateDecode]", script)),
            "pdf_unreadable",
        ),
        bad(
            "pdf-packed-by-other-means",
            "pdf",
            with(stream("/Type/ObjStm/N 1/First 5/Filter/LZWDecode", b"x")),
            "pdf_unreadable",
        ),
        bad("pdf-packed-and-damaged", "pdf", with(damaged), "pdf_unreadable"),
    ]
}
