//! The weights of the face finder, read from the TensorFlow Lite file as its makers ship it: a FlatBuffer, of which we
//! need the convolutions in their order and nothing else.

/// One convolution.
pub struct Layer {
    /// Width and height of its window.
    pub window: usize,
    /// Channels in.
    pub inputs: usize,
    /// Channels out.
    pub outputs: usize,
    /// A window for each channel out: `[outputs, window, window, inputs]`; depthwise `[window, window, outputs]`.
    pub weights: Vec<f32>,
    /// Added to each channel out.
    pub bias: Vec<f32>,
}

// Numbers of the TensorFlow Lite schema, version 3.
const CONVOLUTION: i64 = 3;
const DEPTHWISE: i64 = 4;
const DEQUANTIZE: i64 = 6;

/// The convolutions of a file in the order in which they are applied; `None` when it is no such file.
pub fn layers(file: &[u8]) -> Option<Vec<Layer>> {
    let model = Table { file, at: number(file, 0, 4)? as usize };
    let codes: Vec<i64> = model.tables(1)?.iter().map(|code| code.small(0).unwrap_or_default()).collect();
    let graph = model.tables(2)?.into_iter().next()?;
    let (tensors, buffers) = (graph.tables(0)?, model.tables(4)?);
    // Weights are kept as halves and widened by an operation of their own: which tensor comes of which.
    let mut widened = vec![None; tensors.len()];
    let mut layers = Vec::new();
    for operation in graph.tables(3)? {
        let code = *codes.get(operation.wide(0).unwrap_or_default())?;
        let (given, made) = (operation.indices(1)?, operation.indices(2)?);
        match code {
            DEQUANTIZE => *widened.get_mut(*made.first()?)? = Some(*given.first()?),
            CONVOLUTION | DEPTHWISE => {
                let values = |index: usize| -> Option<(Vec<usize>, Vec<f32>)> {
                    let tensor = tensors.get((*widened.get(index)?)?)?;
                    let bytes = buffers.get(tensor.wide(2)?)?.bytes(0)?;
                    let halves = bytes.chunks_exact(2).map(|half| widen(u16::from_le_bytes([half[0], half[1]])));
                    Some((tensor.indices(0)?, halves.collect()))
                };
                let (shape, weights) = values(*given.get(1)?)?;
                let (_, bias) = values(*given.get(2)?)?;
                let [first, window, _, last] = shape[..] else { return None };
                let (inputs, outputs) = if code == DEPTHWISE { (last, last) } else { (last, first) };
                let wanted = if code == DEPTHWISE { window * window * last } else { first * window * window * last };
                if weights.len() != wanted || bias.len() != outputs {
                    return None;
                }
                layers.push(Layer { window, inputs, outputs, weights, bias });
            }
            _ => {}
        }
    }
    Some(layers)
}

/// A little-endian number of so many bytes.
fn number(file: &[u8], at: usize, bytes: usize) -> Option<u64> {
    let bytes = file.get(at..at.checked_add(bytes)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// A table of a FlatBuffer.
#[derive(Clone, Copy)]
struct Table<'a> {
    file: &'a [u8],
    at: usize,
}

impl<'a> Table<'a> {
    /// Where a field lies; `None` when it is left out.
    fn field(&self, field: usize) -> Option<usize> {
        let back = number(self.file, self.at, 4)? as u32 as i32;
        let shape = usize::try_from(self.at as i64 - i64::from(back)).ok()?;
        let slot = 4 + 2 * field;
        let inside = slot + 2 <= number(self.file, shape, 2)? as usize;
        let offset = if inside { number(self.file, shape + slot, 2)? as usize } else { 0 };
        (offset != 0).then_some(self.at + offset)
    }
    fn small(&self, field: usize) -> Option<i64> {
        Some(number(self.file, self.field(field)?, 1)? as i64)
    }
    fn wide(&self, field: usize) -> Option<usize> {
        Some(number(self.file, self.field(field)?, 4)? as usize)
    }
    /// Where the items of a vector begin, and how many they are.
    fn vector(&self, field: usize) -> Option<(usize, usize)> {
        let at = self.field(field)?;
        let at = at + number(self.file, at, 4)? as usize;
        Some((at + 4, number(self.file, at, 4)? as usize))
    }
    fn bytes(&self, field: usize) -> Option<&'a [u8]> {
        let (at, length) = self.vector(field)?;
        self.file.get(at..at.checked_add(length)?)
    }
    fn indices(&self, field: usize) -> Option<Vec<usize>> {
        let (at, length) = self.vector(field)?;
        (0..length).map(|i| Some(number(self.file, at + 4 * i, 4)? as usize)).collect()
    }
    fn tables(&self, field: usize) -> Option<Vec<Self>> {
        let (at, length) = self.vector(field)?;
        (0..length)
            .map(|i| Some(Self { at: at + 4 * i + number(self.file, at + 4 * i, 4)? as usize, ..*self }))
            .collect()
    }
}

/// A half (IEEE 754 binary16) as a float.
fn widen(half: u16) -> f32 {
    let (sign, exponent, fraction) = (u32::from(half >> 15), u32::from(half >> 10 & 31), u32::from(half & 1023));
    let size = match exponent {
        0 => fraction as f32 / (1 << 24) as f32,
        31 => f32::INFINITY,
        _ => f32::from_bits((exponent + 127 - 15) << 23 | fraction << 13),
    };
    if sign == 1 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_widened() {
        for (half, float) in
            [(0x3C00, 1.0), (0xC000, -2.0), (0x3555, 0.333_251_95), (0x0001, 5.960_464_5e-8), (0x7BFF, 65504.0)]
        {
            assert_eq!(widen(half), float);
        }
    }

    #[test]
    fn what_is_no_model_gives_no_layers() {
        assert!(layers(b"").is_none());
        assert!(layers(&[0xFF; 64]).is_none());
    }
}
