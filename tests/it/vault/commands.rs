//! `ruqsat vault` as whoever runs the office types it, beside the server: another master key, a look at every file, the
//! sealing of what an earlier release kept as it came. How the vault does it is tried in `care`.

use ruqsat::language::Language::Kk;
use ruqsat::law::DocumentKind;

use crate::support::database::Folder;
use crate::support::http::Request;
use crate::support::program::{Program, ruqsat};
use crate::support::vaults::{Kept, content, each_place};
use crate::support::{Person, answers, files};

/// Starts the server on a vault and a database of its own.
fn runs(kept: &mut Kept, folder: &Folder) -> Program {
    kept.set("RUQSAT_DATABASE_URL", &format!("sqlite://{}", folder.path().join("ruqsat.db").display()));
    kept.set("RUQSAT_DRAW_AHEAD", "off"); // files are counted here, and pictures of their pages are files too
    Program::with(folder.path(), "unlimited", &kept.settings())
}

/// Somebody who brings a contract on housing; its address, and its name in the vault.
fn brings(program: &Program, contract: &[u8]) -> (Person, String, String) {
    let mut person = Person::new(program.address, Kk);
    person.begins();
    person.saves(&answers::adult().situation).brings(DocumentKind::Housing, contract);
    person.goes_to("/apply/documents/housing");
    let tree = &person.page.tree;
    let link = tree.all("a").filter_map(|id| tree.attribute(id, "href")).find(|href| href.contains("/files/"));
    let link = link.unwrap().to_owned();
    let id = link.rsplit('/').next().unwrap().to_owned();
    (person, link, id)
}

#[test]
fn a_new_master_key_is_made_while_the_server_runs() {
    each_place(|kept| {
        let folder = Folder::new();
        let program = runs(kept, &folder);
        let vault = |command: &str| ruqsat(kept.settings(), &["vault", command]);
        let (first, second) = (files::pdf("first"), files::pdf("second"));
        let (mut one, at, id) = brings(&program, &first);

        let rotated = vault("rotate");
        assert_eq!(rotated.code, Some(0), "{}", rotated.err);
        assert!(
            rotated.out.contains("a new master key was made") && rotated.out.contains("\n1 keys"),
            "{}",
            rotated.out
        );
        assert!(one.sends(Request::get(&at)).body == first, "what was there opens");
        let (mut other, there, _) = brings(&program, &second);
        let verified = vault("verify");
        assert!(verified.out.contains("2 files are whole; 0 of them"), "{} {}", verified.out, verified.err);

        // The keys of before can be thrown away.
        let key_file = kept.data_dir().join("vault.key");
        let keys = std::fs::read_to_string(&key_file).unwrap();
        let newest: String = keys.lines().filter(|line| line.starts_with("current ")).collect();
        std::fs::write(&key_file, newest).unwrap();
        let verified = vault("verify");
        assert_eq!(verified.code, Some(0), "{} {}", verified.out, verified.err);
        assert!(one.sends(Request::get(&at)).body == first);
        assert!(other.sends(Request::get(&there)).body == second);

        // A key that is damaged is named, and a script that rotates hears of it.
        kept.put(&format!("{id}.key"), content(120));
        let rotated = vault("rotate");
        assert_eq!(rotated.code, Some(1), "{}", rotated.out);
        assert!(rotated.out.contains(&format!("{id}.key: damaged")), "{}", rotated.out);
        let verified = vault("verify");
        assert_eq!(verified.code, Some(1), "{}", verified.out);
        assert!(
            verified.out.contains(&id) && verified.err.contains("1 of 2 files"),
            "{} {}",
            verified.out,
            verified.err
        );
        assert!(other.sends(Request::get(&there)).body == second, "the others open all the same");
    });
}

#[test]
fn what_an_earlier_release_kept_as_it_came_is_sealed_and_nothing_else_is() {
    each_place(|kept| {
        let folder = Folder::new();
        let program = runs(kept, &folder);
        let vault = |command: &str| ruqsat(kept.settings(), &["vault", command]);
        let contract = files::pdf("contract");
        let (mut person, at, early) = brings(&program, &contract);
        let (mut other, there, slipped) = brings(&program, &files::pdf("another"));
        let sealed = [&slipped, &format!("{slipped}.key")].map(|name| kept.get(name).unwrap());
        for (id, plain) in [(&early, contract.clone()), (&slipped, files::pdf("slipped in"))] {
            kept.put(id, plain);
            kept.remove(&format!("{id}.key"));
        }
        assert_eq!(person.sends(Request::get(&at)).status, 503);
        let verified = vault("verify");
        assert_eq!(verified.code, Some(1));
        assert!(verified.out.contains("`ruqsat vault seal`"), "{}", verified.out);

        // The database vouches for the first, and for the second it does not.
        let said = vault("seal");
        assert_eq!(said.code, Some(1), "{}", said.out);
        assert!(said.out.contains("1 of 2 files were sealed") && said.out.contains(&slipped), "{}", said.out);
        assert!(person.sends(Request::get(&at)).body == contract);
        assert!(kept.get(&early).unwrap() != contract, "it lies there unreadable");
        assert_eq!(other.sends(Request::get(&there)).status, 503);

        for (name, bytes) in [slipped.clone(), format!("{slipped}.key")].iter().zip(sealed) {
            kept.put(name, bytes);
        }
        let said = vault("seal");
        assert_eq!(said.code, Some(0), "{}", said.err);
        assert!(said.out.contains("0 of 2 files were sealed"), "{}", said.out);
        assert_eq!(vault("verify").code, Some(0));
    });
}
