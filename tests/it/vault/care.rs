//! Master keys come and go, and the files stay as they lie; what an earlier release wrote is sealed where it lies.

use std::cell::Cell;
use std::os::unix::fs::PermissionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ruqsat::vault::{Vault, Written};

use crate::support::vaults::{Kept, content, done, each_place};

fn keeps(vault: &Vault, ids: &[&str]) {
    for id in ids {
        done(vault.write_all(id, id.as_bytes())).unwrap();
    }
}

fn opens(vault: &Vault, id: &str) -> Result<(), String> {
    let read = done(vault.read_all(id, 1_000)).map_err(|error| error.to_string())?;
    assert_eq!(read, id.as_bytes());
    Ok(())
}

/// The objects of files, and the objects of keys.
fn lying(kept: &Kept) -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let (keys, files): (Vec<_>, Vec<_>) = kept.names().into_iter().partition(|name| name.ends_with(".key"));
    let read = |names: Vec<String>| names.iter().map(|name| kept.get(name).unwrap()).collect();
    (read(files), read(keys))
}

#[test]
fn a_new_master_key_rewraps_and_rewrites_no_file() {
    each_place(|kept| {
        let server = kept.open();
        keeps(&server, &["a-1", "b-2", "c-3"]);
        let key_file = kept.data_dir().join("vault.key");
        assert_eq!(std::fs::metadata(&key_file).unwrap().permissions().mode() & 0o777, 0o600);
        let before = lying(kept);

        // Another process rotates while the server runs.
        let rotated = done(kept.open().rotate(|_| {})).unwrap();
        assert!(rotated.made && rotated.rewrapped == 3 && rotated.damaged.is_empty(), "{rotated:?}");
        let after = lying(kept);
        assert!(before.0 == after.0, "the files stay as they were");
        assert!(before.1.iter().zip(&after.1).all(|(before, after)| before != after), "every key is wrapped anew");

        keeps(&server, &["d-4"]);
        for id in ["a-1", "b-2", "c-3", "d-4"] {
            opens(&server, id).unwrap();
            opens(&kept.open(), id).unwrap();
        }
        let again = done(kept.open().rotate(|_| {})).unwrap();
        assert_eq!((again.made, again.rewrapped), (true, 4));

        // The newest key alone opens everything: the older ones can be thrown away.
        let text = std::fs::read_to_string(&key_file).unwrap();
        let newest: String = text.lines().filter(|line| line.starts_with("current ")).collect();
        std::fs::write(&key_file, newest).unwrap();
        for id in ["a-1", "b-2", "c-3", "d-4"] {
            opens(&kept.open(), id).unwrap();
        }
    });
}

#[test]
fn what_is_removed_while_the_master_key_changes_stays_shredded() {
    each_place(|kept| {
        let (server, other) = (kept.open(), kept.open());
        let ids: Vec<String> = (0..40).map(|n| format!("file-{n:02}")).collect();
        keeps(&server, &ids.iter().map(String::as_str).collect::<Vec<_>>());
        let (visited, over) = (Cell::new(0), Cell::new(false));
        let rotates = async {
            other.rotate(|_| visited.set(visited.get() + 1)).await.unwrap();
            over.set(true);
        };
        // Each file goes a little later in the turn of its key than the one before it.
        let removes = async {
            for (n, id) in ids.iter().enumerate() {
                while visited.get() < n && !over.get() {
                    tokio::task::yield_now().await;
                }
                for _ in 0..n * n * 4 {
                    tokio::task::yield_now().await;
                }
                server.remove(id).await.unwrap();
            }
        };
        done(async { tokio::join!(rotates, removes) });
        assert_eq!(kept.names(), Vec::<String>::new());
    });
}

#[test]
fn a_rotation_that_was_cut_off_is_gone_on_with() {
    each_place(|kept| {
        let server = kept.open();
        let ids = ["a-1", "b-2", "c-3", "d-4", "e-5"];
        keeps(&server, &ids);
        let cut =
            catch_unwind(AssertUnwindSafe(|| done(kept.open().rotate(|n| assert!(n < 2, "the machine goes down")))));
        assert!(cut.is_err());
        for id in ids {
            opens(&server, id).unwrap(); // by the old key or by the new one
        }
        let keys = std::fs::read_to_string(kept.data_dir().join("vault.key")).unwrap();
        let rotated = done(kept.open().rotate(|_| {})).unwrap();
        assert_eq!((rotated.made, rotated.rewrapped), (false, 3), "no third key is made");
        let settled = std::fs::read_to_string(kept.data_dir().join("vault.key")).unwrap();
        assert_eq!(settled, keys.replace("\nold ", "\nretired "));
        for id in ids {
            opens(&server, id).unwrap();
        }
    });
}

#[test]
fn a_damaged_key_is_told_and_holds_nothing_up() {
    each_place(|kept| {
        let vault = kept.open();
        keeps(&vault, &["a-1", "b-2", "c-3"]);
        kept.put("b-2.key", content(120));
        let rotated = done(vault.rotate(|_| {})).unwrap();
        assert_eq!((rotated.rewrapped, &rotated.damaged[..]), (2, &["b-2.key".to_owned()][..]));
        opens(&vault, "c-3").unwrap();
        let keys = std::fs::read_to_string(kept.data_dir().join("vault.key")).unwrap();
        assert!(keys.contains("\nold "), "the old key may be what opens it: {keys}");
    });
}

#[test]
fn the_configuration_may_give_the_keys() {
    each_place(|kept| {
        let (first, second) = (format!("k2025:{}", "1f".repeat(32)), format!("k2026:{}", "e0".repeat(32)));
        kept.set("RUQSAT_VAULT_KEY", &first);
        keeps(&kept.open(), &["a-1"]);
        assert!(!kept.data_dir().join("vault.key").exists(), "then none is made");
        kept.set("RUQSAT_VAULT_KEY", &second);
        assert!(opens(&kept.open(), "a-1").unwrap_err().contains("k2025"), "it is said which key is missing");
        kept.set("RUQSAT_VAULT_KEY", &format!("{second}, {first}"));
        opens(&kept.open(), "a-1").unwrap();
        let rotated = done(kept.open().rotate(|_| {})).unwrap();
        assert_eq!((rotated.made, rotated.rewrapped), (false, 1));
        kept.set("RUQSAT_VAULT_KEY", &second);
        opens(&kept.open(), "a-1").unwrap();
    });
}

#[test]
fn no_new_key_is_made_where_another_has_sealed() {
    each_place(|kept| {
        keeps(&kept.open(), &["a-1"]);
        let (key_file, aside) = (kept.data_dir().join("vault.key"), kept.data_dir().join("aside"));
        std::fs::rename(&key_file, &aside).unwrap();
        let told = kept.try_open().unwrap_err().to_string();
        assert!(told.contains("vault.key") && told.contains("gone"), "{told}");
        assert!(!key_file.exists());
        std::fs::rename(&aside, &key_file).unwrap();
        opens(&kept.open(), "a-1").unwrap();
    });
}

#[test]
fn files_of_earlier_releases_are_sealed_where_they_lie() {
    each_place(|kept| {
        let plain = content(150_000);
        kept.put("early-1", plain.clone());
        let vault = kept.open();
        let told = done(vault.read_all("early-1", 1 << 20)).unwrap_err().to_string();
        assert!(told.contains("ruqsat vault seal"), "{told}");
        let row = Written { size: 150_000, sha256: ruqsat::application::submission::sha256_hex(&plain) };
        let other = Written { size: 150_000, sha256: "0".repeat(64) };
        assert!(done(vault.seal("early-1", &other)).is_err(), "not what the row tells of: nobody vouches for it");
        assert!(done(vault.seal("early-1", &row)).unwrap());
        assert!(!done(vault.seal("early-1", &row)).unwrap(), "the second time there is nothing to do");
        assert!(done(vault.read_all("early-1", 1 << 20)).unwrap() == plain);
        assert!(kept.get("early-1").unwrap() != plain);
    });
}
