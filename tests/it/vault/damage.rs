//! What lies in the vault cannot be read there, and cannot be changed, cut, moved or swapped without being found out.

use std::io::ErrorKind;

use crate::support::vaults::{Kept, content, done, each_place};

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const HEADER: usize = 24;

/// Reads a file to its end: what came, and whether that was all.
fn reads(kept: &Kept, id: &str) -> (Vec<u8>, Result<(), ErrorKind>) {
    let vault = kept.open();
    done(async {
        let mut came = Vec::new();
        let mut reader = match vault.open_file(id).await {
            Ok(reader) => reader,
            Err(error) => return (came, Err(error.kind())),
        };
        loop {
            match reader.next().await {
                Ok(Some(piece)) => came.extend_from_slice(&piece),
                Ok(None) => return (came, Ok(())),
                Err(error) => return (came, Err(error.kind())),
            }
        }
    })
}

#[test]
fn files_come_back_as_they_were_and_lie_there_unreadable() {
    each_place(|kept| {
        let vault = kept.open();
        let six_mib = 6 * 1024 * 1024 + 5; // more than one part of S3
        for size in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 200_000, six_mib] {
            let (id, plain) = (format!("size-{size}"), content(size));
            let written = done(async {
                let mut writing = vault.begin(&id).await.unwrap();
                // In pieces as odd as a network's.
                for some in plain.chunks(1_789_569) {
                    writing.write(some).await.unwrap();
                }
                writing.finish().await.unwrap()
            });
            assert_eq!(written.size, size as u64);
            assert_eq!(written.sha256, ruqsat::application::submission::sha256_hex(&plain));
            let (came, all) = reads(kept, &id);
            assert!(all.is_ok() && came == plain, "{size}: {all:?}, {} bytes", came.len());
            let lies = kept.get(&id).unwrap();
            assert_eq!(lies.len(), HEADER + size + TAG * size.div_ceil(PIECE).max(1));
            if size > 64 {
                assert!(!lies.windows(16).any(|some| plain.windows(16).next() == Some(some)), "{size}: it can be read");
            }
        }
        assert_eq!(kept.names().len(), 16, "nothing but each file and its key: {:?}", kept.names());
    });
}

#[test]
fn what_was_begun_and_given_up_leaves_nothing() {
    each_place(|kept| {
        let vault = kept.open();
        done(async {
            let mut writing = vault.begin("given-up").await.unwrap();
            writing.write(&content(300_000)).await.unwrap();
        });
        assert_eq!(kept.names(), [""; 0]);
        let (came, all) = reads(kept, "given-up");
        assert_eq!((came.len(), all), (0, Err(ErrorKind::NotFound)));
    });
}

#[test]
fn damage_of_every_kind_is_found() {
    each_place(|kept| {
        let vault = kept.open();
        let plain = content(3 * PIECE + 100);
        done(async {
            vault.write_all("whole", &plain).await.unwrap();
            vault.write_all("other", &plain).await.unwrap();
        });
        let (lies, key) = (kept.get("whole").unwrap(), kept.get("whole.key").unwrap());
        let piece = |n: usize| lies[HEADER + n * (PIECE + TAG)..][..PIECE + TAG].to_vec();
        let (head, last) = (lies[..HEADER].to_vec(), lies[HEADER + 3 * (PIECE + TAG)..].to_vec());
        let flipped = |at: usize| {
            let mut bytes = lies.clone();
            bytes[at] ^= 1;
            bytes
        };
        let damaged = [
            ("its first byte", flipped(0)),
            ("its version", flipped(4)),
            ("the beginning of its nonces", flipped(10)),
            ("the first piece", flipped(HEADER)),
            ("the third piece", flipped(HEADER + 2 * (PIECE + TAG) + 77)),
            ("the last byte", flipped(lies.len() - 1)),
            ("a byte cut off", lies[..lies.len() - 1].to_vec()),
            ("the last piece cut off", lies[..HEADER + 3 * (PIECE + TAG)].to_vec()),
            ("all but the header cut off", head.clone()),
            ("everything cut off", Vec::new()),
            ("a byte added", [&lies[..], &[0]].concat()),
            ("a piece added", [&lies[..], &piece(0)].concat()),
            ("two pieces exchanged", [head.clone(), piece(1), piece(0), piece(2), last.clone()].concat()),
            ("a piece twice", [head.clone(), piece(0), piece(0), piece(2), last.clone()].concat()),
            ("a piece left out", [head.clone(), piece(0), piece(2), last.clone()].concat()),
            ("another file in its place", kept.get("other").unwrap()),
            ("plain bytes in its place", plain.clone()),
        ];
        for (what, bytes) in damaged {
            kept.put("whole", bytes);
            let (came, all) = reads(kept, "whole");
            assert_eq!(all, Err(ErrorKind::InvalidData), "{what}");
            assert!(came.len() < plain.len() && plain.starts_with(&came), "{what}: nothing wrong is given out");
        }
        // The other file together with its key, under this one's name.
        kept.put("whole", kept.get("other").unwrap());
        kept.put("whole.key", kept.get("other.key").unwrap());
        assert_eq!(reads(kept, "whole"), (Vec::new(), Err(ErrorKind::InvalidData)));
        kept.put("whole", lies);
        assert_eq!(reads(kept, "whole"), (Vec::new(), Err(ErrorKind::InvalidData)), "another's key");
        for wrong in [Vec::new(), key[..key.len() - 1].to_vec(), [&key[..], &[0; 200]].concat()] {
            kept.put("whole.key", wrong);
            assert_eq!(reads(kept, "whole"), (Vec::new(), Err(ErrorKind::InvalidData)), "a damaged key");
        }
        kept.put("whole.key", key);
        assert!(reads(kept, "whole") == (plain, Ok(())), "and as it was, it opens");
    });
}

#[test]
fn removing_shreds_and_without_its_key_a_file_is_gone() {
    each_place(|kept| {
        let vault = kept.open();
        let key = done(async {
            vault.write_all("kept", b"kept").await.unwrap();
            vault.write_all("gone", b"gone").await.unwrap();
            let key = kept.get("gone").unwrap();
            vault.remove("gone").await.unwrap();
            vault.remove("gone").await.unwrap(); // gone already
            key
        });
        assert_eq!(kept.names(), ["kept", "kept.key"]);
        kept.put("gone", key); // as from an old copy of the disk
        assert_eq!(reads(kept, "gone").1, Err(ErrorKind::InvalidData));
    });
}

#[test]
fn names_from_outside_find_nothing() {
    each_place(|kept| {
        let vault = kept.open();
        done(vault.write_all("whole", b"a paper")).unwrap();
        for name in ["", "..", "../secret.key", "a/b", "whole.key", "a\0", &"a".repeat(65)] {
            let found = done(vault.open_file(name)).err().map(|error| error.kind());
            assert_eq!(found, Some(ErrorKind::NotFound), "{name}");
            assert!(done(vault.begin(name)).is_err(), "{name}");
        }
        assert_eq!(kept.names(), ["whole", "whole.key"]);
    });
}

#[test]
fn a_bucket_opens_to_the_right_key_only() {
    let mut kept = Kept::in_a_bucket();
    let right = kept.open();
    done(right.write_all("one", b"a paper")).unwrap();
    kept.set("AWS_SECRET_ACCESS_KEY", "another");
    let wrong = kept.open();
    assert!(done(wrong.read_all("one", 100)).is_err() && done(wrong.write_all("other", b"another paper")).is_err());
    assert_eq!(kept.names().len(), 2, "the file and its key, and nothing of the other");
    assert_eq!(done(right.read_all("one", 100)).unwrap(), b"a paper");
}
