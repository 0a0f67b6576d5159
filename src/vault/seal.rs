//! The form of a sealed file: a header, then pieces of 64 KiB, each encrypted and bound to its place.
//!
//! XChaCha20-Poly1305 in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015; BE32): the nonce of a piece
//! holds its number and whether it is the last, so that a file that was cut, or whose pieces were moved, does not open.
//! The id of the file is bound to every piece: a file under another's name does not open either.
//!
//! XChaCha20 makes a key of the first 16 bytes of a nonce (HChaCha20) and goes on with the other 8
//! (draft-irtf-cfrg-xchacha-03, section 2.3). In a file these 16 are always the same, so that it is made once, and the
//! pieces are left to *ring*, which is compiled C and assembler: they take no longer in a debug build. Its copy of their
//! key is not overwritten when a file has been read or written; ours are.
//!
//! | bytes | |
//! |---|---|
//! | 4 | `RQVF` |
//! | 1 | version, 1 |
//! | 19 | beginning of the nonces |
//! | each 65,536 + 16, the last shorter | a piece and its tag |

use chacha20::{R20, hchacha};
use chacha20poly1305::aead::{Payload, array::Array};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use rand::Rng;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

use super::damage::Damage;

/// Bytes of the plain text in a piece.
pub const PIECE: usize = 64 * 1024;
/// Bytes that encryption adds to a piece (Poly1305).
pub const TAG: usize = 16;
/// Bytes before the first piece.
pub const HEADER: usize = 24;
const MAGIC: &[u8; 4] = b"RQVF";
const VERSION: u8 = 1;

/// The key of one file.
#[derive(Clone)]
pub struct DataKey(pub [u8; 32]);

impl DataKey {
    /// A new one.
    pub fn random() -> Self {
        let mut key = [0; 32];
        rand::rng().fill_bytes(&mut key);
        Self(key)
    }
}

impl Drop for DataKey {
    fn drop(&mut self) {
        self.0.fill(0);
        std::hint::black_box(&self.0); // else the compiler may leave out the line above
    }
}

/// Seals and opens the pieces of one file.
pub struct Seal {
    key: LessSafeKey,
    header: [u8; HEADER],
    bound: Vec<u8>,
}

impl Seal {
    /// For a new file.
    pub fn new(key: &DataKey, id: &str) -> Result<Self, Damage> {
        let mut header = [0; HEADER];
        header[..4].copy_from_slice(MAGIC);
        header[4] = VERSION;
        rand::rng().fill_bytes(&mut header[5..]);
        Self::with(key, id, header)
    }

    /// For a file that begins with this header.
    pub fn read(key: &DataKey, id: &str, header: [u8; HEADER]) -> Result<Self, Damage> {
        if !is_sealed(&header) {
            return Err(Damage::NotSealed);
        }
        if header[4] != VERSION {
            return Err(Damage::Version(header[4]));
        }
        Self::with(key, id, header)
    }

    fn with(key: &DataKey, id: &str, header: [u8; HEADER]) -> Result<Self, Damage> {
        let mut first = [0; 16];
        first.copy_from_slice(&header[5..21]);
        let of_pieces = DataKey(hchacha::<R20>(&Array(key.0), &Array(first)).0);
        let key = UnboundKey::new(&CHACHA20_POLY1305, &of_pieces.0).map_err(|_| Damage::Key)?;
        Ok(Self { key: LessSafeKey::new(key), header, bound: [&header[..], id.as_bytes()].concat() })
    }

    /// The nonce of a piece behind its first 16 bytes, and what is bound to it. No two pieces of a file have the same.
    fn of_piece(&self, number: u32, last: bool) -> (Nonce, Aad<&[u8]>) {
        let [.., x, y, z] = self.header;
        let [a, b, c, d] = number.to_be_bytes();
        let nonce = [0, 0, 0, 0, x, y, z, a, b, c, d, u8::from(last)];
        (Nonce::assume_unique_for_key(nonce), Aad::from(&self.bound))
    }

    /// What stands before the first piece.
    pub fn header(&self) -> &[u8; HEADER] {
        &self.header
    }

    /// Encrypts a piece where it lies; its tag is put behind it.
    pub fn close(&self, number: u32, last: bool, piece: &mut Vec<u8>) -> Result<(), Damage> {
        let (nonce, bound) = self.of_piece(number, last);
        self.key.seal_in_place_append_tag(nonce, bound, piece).map_err(|_| Damage::Changed)
    }

    /// Decrypts a piece where it lies, if it is the one that was written there.
    pub fn open(&self, number: u32, last: bool, piece: &mut Vec<u8>) -> Result<(), Damage> {
        let (nonce, bound) = self.of_piece(number, last);
        let plain = self.key.open_in_place(nonce, bound, piece).map_err(|_| Damage::Changed)?.len();
        piece.truncate(plain);
        Ok(())
    }
}

/// Whether a file begins as sealed files do.
pub fn is_sealed(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC)
}

/// How many pieces, and bytes of plain text, lie in an object of so many bytes. Even an empty file has one piece.
pub fn measure(object: u64) -> Result<(u64, u64), Damage> {
    let body = object.checked_sub(HEADER as u64).filter(|body| *body >= TAG as u64).ok_or(Damage::Cut)?;
    let pieces = body.div_ceil((PIECE + TAG) as u64);
    // A last piece shorter than its tag has been cut; one piece more than can be counted was never written.
    let plain = body.checked_sub(pieces * TAG as u64).ok_or(Damage::Cut)?;
    if pieces > u64::from(u32::MAX) || plain.div_ceil(PIECE as u64).max(1) != pieces {
        return Err(Damage::Cut);
    }
    Ok((pieces, plain))
}

/// Encrypts a key under another, bound to `about`.
pub fn wrap(master: &[u8; 32], nonce: &[u8; 24], key: &DataKey, about: &[u8]) -> Result<Vec<u8>, Damage> {
    use chacha20poly1305::aead::Aead;
    let cipher = XChaCha20Poly1305::new(&Array(*master));
    cipher.encrypt(&Array(*nonce), Payload { msg: &key.0, aad: about }).map_err(|_| Damage::Changed)
}

/// Decrypts a key that [`wrap`] encrypted.
pub fn unwrap(master: &[u8; 32], nonce: &[u8; 24], wrapped: &[u8], about: &[u8]) -> Result<DataKey, Damage> {
    use chacha20poly1305::aead::Aead;
    let cipher = XChaCha20Poly1305::new(&Array(*master));
    let mut key = cipher.decrypt(&Array(*nonce), Payload { msg: wrapped, aad: about }).map_err(|_| Damage::Key)?;
    let read = <[u8; 32]>::try_from(&key[..]).map(DataKey).map_err(|_| Damage::Key);
    key.fill(0);
    read
}

#[cfg(test)]
mod tests {
    use aead_stream::{NewStream, StreamBE32, StreamPrimitive};

    use super::*;

    #[test]
    fn another_implementation_of_the_same_form_opens_it_and_is_opened() {
        let key = DataKey::random();
        let seal = Seal::new(&key, "a-1").unwrap();
        let mut prefix = [0; 19];
        prefix.copy_from_slice(&seal.header()[5..]);
        let other = StreamBE32::from_aead(XChaCha20Poly1305::new(&Array(key.0)), &Array(prefix));
        let bound = [&seal.header()[..], b"a-1"].concat();
        for (number, last, plain) in
            [(0, false, vec![7; PIECE]), (1, false, vec![7; PIECE]), (70_000, true, Vec::new())]
        {
            let (mut ours, mut theirs) = (plain.clone(), plain.clone());
            seal.close(number, last, &mut ours).unwrap();
            other.encrypt_in_place(number, last, &bound, &mut theirs).unwrap();
            assert!(ours == theirs, "{number}");
            seal.open(number, last, &mut theirs).unwrap();
            assert!(theirs == plain, "{number}");
            assert!(
                seal.open(number, !last, &mut ours.clone()).is_err() && seal.open(number + 1, last, &mut ours).is_err()
            );
        }
    }

    #[test]
    fn sizes_are_known_without_opening() {
        let (piece, whole) = (PIECE as u64, (PIECE + TAG) as u64);
        for (object, measured) in [
            (40, Some((1, 0))),
            (41, Some((1, 1))),
            (24 + whole, Some((1, piece))),
            (24 + whole + 17, Some((2, piece + 1))),
            (24 + 2 * whole, Some((2, 2 * piece))),
            (0, None),
            (39, None),
            (24 + whole + 16, None), // a second piece of nothing is never written
            (24 + whole + 3, None),
        ] {
            assert_eq!(measure(object).ok(), measured, "{object}");
        }
    }
}
