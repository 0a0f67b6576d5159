//! What the readers of formats share: bytes come in pieces, and heads of chunks may be cut anywhere.

/// Takes bytes off the piece until there are so many in `head`; says whether there are.
pub fn gather(head: &mut Vec<u8>, piece: &mut &[u8], wanted: usize) -> bool {
    let (taken, rest) = piece.split_at(piece.len().min(wanted - head.len()));
    head.extend_from_slice(taken);
    *piece = rest;
    head.len() == wanted
}

/// Whether what stands behind the end of a picture is padding: no program of a camera writes there, and this does no harm.
pub fn is_padding(piece: &[u8]) -> bool {
    piece.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace())
}
