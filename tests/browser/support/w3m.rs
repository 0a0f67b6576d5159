//! A text browser (w3m) on a terminal of its own: a tester reads what it shows, goes to a place on the page, and types.
//!
//! w3m runs as people run it, under `script`, which gives it a terminal. What the tester wants to see it writes into a
//! file (its own command PRINT), with the address beside it.
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// Keys that came while a page was loading may be lost: then they are typed again.
const TYPED_AGAIN: Duration = Duration::from_secs(3);
/// So wide that no label is broken over two lines.
const COLUMNS: u32 = 600;

/// One w3m, with a home of its own; it ends when dropped.
pub struct TextBrowser {
    home: PathBuf,
    child: Child,
    keys: ChildStdin,
    shots: u32,
}

/// What the terminal shows, and the address of the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Screen {
    /// Address.
    pub address: String,
    /// Lines, with plain spaces.
    pub lines: Vec<String>,
}

/// How a box begins that stands behind words.
const BOXES: [&str; 3] = [" [", " ( )", " (*)"];

/// A place on the page: line and column, from nought.
type Place = (usize, usize);

impl TextBrowser {
    /// Starts w3m at an address; its reader wants that language.
    #[track_caller]
    pub fn open(address: &str, language: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("ruqsat-w3m-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let home = std::env::temp_dir().join(name);
        fs::create_dir_all(home.join(".w3m")).unwrap();
        fs::write(home.join(".w3m/keymap"), "keymap ! COMMAND\n").unwrap();
        // Where w3m is: the address comes last, when what the page shows is written already.
        program(&home, "where", "printf %s \"$2\" >\"$0-$1.part\" && mv \"$0-$1.part\" \"$0-$1\"");
        // The editor of long answers types what the tester wants to say.
        program(&home, "editor", "for file; do :; done; cp \"${0%/*}/said\" \"$file\"");
        let settings = [
            "confirm_qq=0".to_owned(),
            "use_history=0".to_owned(),
            "accept_cookie=1".to_owned(),
            format!("accept_language={language}"),
            format!("editor={}", home.join("editor").display()),
        ];
        let settings: String = settings.iter().map(|one| format!("-o '{one}' ")).collect();
        let w3m =
            format!("stty rows 50 cols {COLUMNS}; exec w3m -no-mouse -cookie -I UTF-8 -O UTF-8 {settings} '{address}'");
        let mut child = Command::new("script")
            .args(["--quiet", "--flush", "--return", "--command", &w3m, "/dev/null"])
            .env("HOME", &home)
            .envs([("LC_ALL", "C.UTF-8"), ("TERM", "vt100"), ("SHELL", "/bin/sh")])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("no `script` to start w3m with: {e}"));
        let keys = child.stdin.take().unwrap();
        Self { home, child, keys, shots: 0 }
    }

    fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).unwrap();
    }

    /// Looks at the page, as soon as it is there.
    #[track_caller]
    pub fn looks(&mut self) -> Screen {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST_WAIT {
            self.shots += 1;
            // Each look has files of its own: what was asked for before comes late and is not looked at.
            let [page, told] = ["page", "where"].map(|name| self.home.join(format!("{name}-{}", self.shots)));
            let place = self.home.join("where");
            self.types(&format!("!PRINT {}; EXTERN \"{} {}\"\r", page.display(), place.display(), self.shots));
            let asked = Instant::now();
            while asked.elapsed() < TYPED_AGAIN {
                if let (Ok(address), Ok(text)) = (fs::read_to_string(&told), fs::read_to_string(&page)) {
                    let lines = text.lines().map(|line| line.replace('\u{A0}', " ").trim_end().to_owned());
                    return Screen { address: address.trim().to_owned(), lines: lines.collect() };
                }
                thread::sleep(Duration::from_millis(5)); // between two looks, not instead of one
            }
        }
        panic!("w3m shows no page in {LONGEST_WAIT:?}: is it installed (tests/tools/install)?")
    }

    /// Goes to a place and does there what Enter does.
    fn enters(&mut self, (line, column): Place) {
        let right = if column > 0 { format!("MOVE_RIGHT1 {column}; ") } else { String::new() };
        self.types(&format!("!GOTO_LINE {}; LINE_BEGIN; {right}GOTO_LINK\r", line + 1));
    }

    /// Presses a button or follows a link.
    #[track_caller]
    pub fn press(&mut self, words: &str) -> Screen {
        let before = self.looks();
        let place = before.pressable(words).unwrap_or_else(|| before.fail(&format!("nothing to press: “{words}”")));
        self.enters(place);
        self.looks()
    }

    /// Types into the box after a label, in place of what it held; `which` of several (a date has three).
    #[track_caller]
    pub fn fill(&mut self, label: &str, which: usize, value: &str) {
        let screen = self.looks();
        let (line, column) = screen.place_of_box(label, which);
        if screen.is_tall(line, column) {
            // A long answer is written in an editor.
            fs::write(self.home.join("said"), value).unwrap();
            self.enters((line, column + 1));
        } else {
            self.enters((line, column + 1));
            self.types(&format!("\x15{value}\r"));
        }
    }

    /// Chooses an answer: one of those that stand on the page, or of a list that opens. What is chosen stays chosen.
    #[track_caller]
    pub fn choose(&mut self, question: &str, answer: &str) {
        let screen = self.looks();
        if let Some((place, chosen)) = screen.choice(question, answer) {
            if !chosen {
                self.enters(place);
            }
            return;
        }
        let (line, column) = screen.place_of_box(question, 0);
        self.enters((line, column + 1));
        // Searched for in the list; signs that mean something in a search are any sign.
        let pattern: String =
            answer.chars().map(|sign| if sign.is_alphanumeric() || sign == ' ' { sign } else { '.' }).collect();
        self.types(&format!("/^{pattern}$\r\r"));
        let after = self.looks();
        let (line, column) = after.place_of_box(question, 0);
        let chosen = after.lines[line].chars().skip(column + 1).collect::<String>();
        if !chosen.starts_with(answer) {
            after.fail(&format!("“{answer}” was not chosen under “{question}”"));
        }
    }

    /// Ticks the one box with this label. What is ticked stays ticked.
    #[track_caller]
    pub fn tick(&mut self, label: &str) {
        let screen = self.looks();
        let found = screen.choice("", label);
        let (place, ticked) = found.unwrap_or_else(|| screen.fail(&format!("no box “{label}”")));
        if !ticked {
            self.enters(place);
        }
    }
}

impl Drop for TextBrowser {
    fn drop(&mut self) {
        let _ = self.keys.write_all(b"Q");
        let _ = (self.child.kill(), self.child.wait());
        let _ = fs::remove_dir_all(&self.home);
    }
}

fn program(home: &Path, name: &str, text: &str) {
    let path = home.join(name);
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
}

impl Screen {
    /// Whether the page shows these words.
    pub fn has(&self, words: &str) -> bool {
        self.lines.join(" ").contains(words)
    }

    /// Whether the box after a label holds the path of a file.
    pub fn holds_path(&self, label: &str) -> bool {
        self.label(label).is_some() && {
            let (line, column) = self.place_of_box(label, 0);
            self.lines[line].chars().nth(column + 1) == Some('/')
        }
    }

    /// Ends the test, and says what the page showed.
    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        panic!("{why}\n--- at {}, which shows:\n{}", self.address, self.lines.join("\n"))
    }

    /// The last line that is these words, its bullet or number left out (a heading may say the same above a button); else
    /// the first that holds them.
    fn pressable(&self, words: &str) -> Option<Place> {
        let bare = |line: &str| {
            let line = line.trim_start();
            let line = line.split_once(". ").filter(|(n, _)| n.parse::<u32>().is_ok()).map_or(line, |(_, rest)| rest);
            line.trim_start_matches('•').trim().to_owned()
        };
        let whole = self.lines.iter().rposition(|line| bare(line) == words);
        let line = whole.or_else(|| self.lines.iter().position(|line| bare(line).starts_with(words)));
        let line = line.or_else(|| self.lines.iter().position(|line| line.contains(words)))?;
        Some((line, column(&self.lines[line], self.lines[line].find(words)?)))
    }

    /// Where a label stands: at the beginning of a line, with nothing or a box behind it.
    fn label(&self, label: &str) -> Option<Place> {
        self.lines.iter().enumerate().find_map(|(number, line)| {
            let start = line.len() - line.trim_start().len();
            let rest = line[start..].strip_prefix(label)?;
            (rest.is_empty() || BOXES.iter().any(|next| rest.starts_with(next)))
                .then(|| (number, column(line, start + label.len())))
        })
    }

    #[track_caller]
    fn place_of_box(&self, label: &str, which: usize) -> Place {
        let (first, behind) = self.label(label).unwrap_or_else(|| self.fail(&format!("no label “{label}”")));
        let boxes = self.lines.iter().enumerate().skip(first).flat_map(|(number, line)| {
            let signs = line.chars().enumerate().filter(|(_, sign)| *sign == '[');
            signs.map(move |(column, _)| (number, column))
        });
        let place = boxes.filter(|place| *place > (first, behind)).nth(which);
        place.unwrap_or_else(|| self.fail(&format!("no box after “{label}”")))
    }

    /// Whether a box goes on in the line above or below.
    fn is_tall(&self, line: usize, column: usize) -> bool {
        let opens = |line: Option<&String>| line.and_then(|line| line.chars().nth(column)) == Some('[');
        opens(self.lines.get(line + 1)) || line > 0 && opens(self.lines.get(line - 1))
    }

    /// The box of an answer after its question, and whether it is chosen.
    fn choice(&self, question: &str, answer: &str) -> Option<(Place, bool)> {
        let first = if question.is_empty() { 0 } else { self.label(question)?.0 };
        self.lines.iter().enumerate().skip(first).find_map(|(number, line)| {
            line.match_indices(answer).find_map(|(at, _)| {
                let (before, after) = (&line[..at], &line[at + answer.len()..]);
                let mark = before.strip_suffix("] ").or_else(|| before.strip_suffix(") "))?.chars().last()?;
                let ends = after.is_empty() || BOXES.iter().any(|next| after.starts_with(next));
                ends.then(|| ((number, column(line, at) - 3), mark != ' '))
            })
        })
    }
}

/// The column of a byte: each sign of our pages takes one.
fn column(line: &str, byte: usize) -> usize {
    line[..byte].chars().count()
}
