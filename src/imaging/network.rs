//! The face finder's network: BlazeFace for near faces (Bazarevsky and others, 2019), as it is in MediaPipe. A first
//! convolution, sixteen blocks, and for each of two grids the heads that tell where a face is and how likely.

use ndarray::{Array2, ArrayView2};

use super::model::{self, Layer};

/// Width and height of what the network looks at.
pub const SIDE: usize = 128;
/// Numbers that describe a face: centre, width, height and six points.
pub const NUMBERS: usize = 16;

/// As shipped in `@mediapipe/face_detection` 0.4.1657300184 (npm), `face_detection_short_range.tflite`; see NOTICE.
const MODEL: &[u8] = include_bytes!("faces.tflite");

/// The blocks that make the grid half as fine.
const HALVING: [usize; 3] = [2, 5, 11];
/// The block after which the fine grid of 16×16 is read; the coarse one of 8×8 is read after the last.
const FINE: usize = 10;
const BLOCKS: usize = 16;

/// The network, ready to look.
pub struct Network {
    first: Layer,
    blocks: Vec<(Layer, Layer)>,
    /// Likelihoods of the fine and the coarse grid, then numbers of both.
    heads: Vec<Layer>,
}

/// A face as the network tells it: where its cell lies (0 to 1), how likely (a logit), and its numbers in pixels.
pub struct Guess {
    /// Middle of the cell.
    pub cell: (f32, f32),
    /// Logit.
    pub score: f32,
    /// Relative to the middle of the cell.
    pub numbers: [f32; NUMBERS],
}

/// Channels of a square grid.
struct Grid {
    side: usize,
    values: Array2<f32>,
}

impl Network {
    /// Reads the weights; `None` when the file is not what this was written for, which a test would have told.
    pub fn load() -> Option<Self> {
        let mut layers = model::layers(MODEL)?.into_iter();
        let first = layers.next()?;
        let mut blocks = Vec::new();
        for _ in 0..BLOCKS {
            blocks.push((layers.next()?, layers.next()?));
        }
        let heads: Vec<Layer> = layers.collect();
        (heads.len() == 4).then_some(Self { first, blocks, heads })
    }

    /// Looks at a picture of [`SIDE`]² pixels of three values from -1 to 1.
    pub fn look(&self, picture: &[f32]) -> Vec<Guess> {
        let mut grid = self.begin(picture);
        let mut fine = None;
        for (number, (depth, point)) in self.blocks.iter().enumerate() {
            grid = block(&grid, depth, point, HALVING.contains(&number));
            if number == FINE {
                fine = Some(Grid { side: grid.side, values: grid.values.clone() });
            }
        }
        let Some(fine) = fine else { return Vec::new() };
        let mut guesses = Vec::new();
        for (grid, likely, numbers) in
            [(&fine, &self.heads[0], &self.heads[2]), (&grid, &self.heads[1], &self.heads[3])]
        {
            let (scores, numbers) = (pointwise(&grid.values, likely), pointwise(&grid.values, numbers));
            for (place, (scores, all)) in scores.rows().into_iter().zip(numbers.rows()).enumerate() {
                let middle = |at: usize| (at as f32 + 0.5) / grid.side as f32;
                let cell = (middle(place % grid.side), middle(place / grid.side));
                for (which, score) in scores.iter().enumerate() {
                    let mut numbers = [0.0; NUMBERS];
                    numbers.iter_mut().zip(all.iter().skip(which * NUMBERS)).for_each(|(to, from)| *to = *from);
                    guesses.push(Guess { cell, score: *score, numbers });
                }
            }
        }
        guesses
    }

    /// The first convolution: a window of 5×5 at every second pixel. What reaches beyond the picture counts as nothing,
    /// one pixel on the one side and two on the other, as TensorFlow pads.
    fn begin(&self, picture: &[f32]) -> Grid {
        let (side, window) = (SIDE / 2, self.first.window);
        let row = window * window * 3;
        let mut windows = vec![0.0; side * side * row];
        for (place, part) in windows.chunks_exact_mut(row).enumerate() {
            let (x, y) = ((place % side * 2) as isize - 1, (place / side * 2) as isize - 1);
            for dy in 0..window {
                let Some(line) = usize::try_from(y + dy as isize).ok().filter(|line| *line < SIDE) else { continue };
                let from = x.max(0) as usize;
                let to = ((x + window as isize) as usize).min(SIDE);
                let at = (dy * window + (from as isize - x) as usize) * 3;
                part[at..at + (to - from) * 3]
                    .copy_from_slice(&picture[(line * SIDE + from) * 3..(line * SIDE + to) * 3]);
            }
        }
        let windows = Array2::from_shape_vec((side * side, row), windows).unwrap_or_default();
        let mut values = pointwise(&windows, &self.first);
        values.mapv_inplace(|value| value.max(0.0));
        Grid { side, values }
    }
}

/// A block: each channel by itself, then all channels of a place, and what came in is added.
fn block(grid: &Grid, depth: &Layer, point: &Layer, halving: bool) -> Grid {
    let mixed = depthwise(grid, depth, if halving { 2 } else { 1 });
    let mut values = pointwise(&mixed.values, point);
    let side = mixed.side;
    let came = grid.values.as_slice().unwrap_or_default();
    let channels = grid.values.ncols();
    let outputs = point.outputs;
    let Some(all) = values.as_slice_mut() else { return mixed };
    for (place, sums) in all.chunks_exact_mut(outputs).enumerate() {
        let (x, y) = (place % side, place / side);
        for (channel, sum) in sums.iter_mut().enumerate() {
            // Channels that did not come in count as nothing.
            let before = if channel >= channels {
                0.0
            } else if halving {
                let at = |dx, dy| came[((2 * y + dy) * grid.side + 2 * x + dx) * channels + channel];
                at(0, 0).max(at(1, 0)).max(at(0, 1)).max(at(1, 1))
            } else {
                came[place * channels + channel]
            };
            *sum = (*sum + before).max(0.0);
        }
    }
    Grid { side, values }
}

/// A window of 3×3 over each channel by itself. With a stride of two nothing is padded before, one pixel after.
fn depthwise(grid: &Grid, layer: &Layer, stride: usize) -> Grid {
    let (side, channels) = (grid.side / stride, layer.outputs);
    let before = if stride == 2 { 0 } else { 1 };
    let came = grid.values.as_slice().unwrap_or_default();
    let mut values = Vec::with_capacity(side * side * channels);
    for place in 0..side * side {
        let from = values.len();
        values.extend_from_slice(&layer.bias);
        let sums = &mut values[from..];
        for tap in 0..9 {
            let x = (place % side * stride + tap % 3).wrapping_sub(before);
            let y = (place / side * stride + tap / 3).wrapping_sub(before);
            if x < grid.side && y < grid.side {
                let at = (y * grid.side + x) * channels;
                let (inputs, weights) =
                    (&came[at..at + channels], &layer.weights[tap * channels..(tap + 1) * channels]);
                for ((sum, input), weight) in sums.iter_mut().zip(inputs).zip(weights) {
                    *sum += input * weight;
                }
            }
        }
    }
    Grid { side, values: Array2::from_shape_vec((side * side, channels), values).unwrap_or_default() }
}

/// All channels of each place: one multiplication of matrices.
fn pointwise(places: &Array2<f32>, layer: &Layer) -> Array2<f32> {
    let wide = layer.window * layer.window * layer.inputs;
    let Ok(weights) = ArrayView2::from_shape((layer.outputs, wide), &layer.weights) else {
        return Array2::default((0, 0));
    };
    let mut sums = places.dot(&weights.t());
    if let Some(all) = sums.as_slice_mut() {
        for sums in all.chunks_exact_mut(layer.outputs) {
            sums.iter_mut().zip(&layer.bias).for_each(|(sum, bias)| *sum += bias);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What LiteRT 2 (PyPI `ai-edge-litert`) answers with the same file to the same picture.
    #[test]
    fn it_answers_as_its_makers_program_does() {
        let picture: Vec<f32> = (0..SIDE * SIDE * 3).map(|k| ((k * 7919) % 256) as f32 / 127.5 - 1.0).collect();
        let guesses = Network::load().unwrap().look(&picture);
        assert_eq!(guesses.len(), 896);
        let close = |found: f32, wanted: f32| assert!((found - wanted).abs() < 2e-3, "{found} for {wanted}");
        for (which, score) in
            [(0, -4.972_682_5), (1, -4.083_781), (100, -3.185_567), (512, -4.517_968), (895, -33.685_703)]
        {
            close(guesses[which].score, score);
        }
        close(guesses[0].numbers[0], 0.407_686_32);
        close(guesses[0].numbers[2], 27.070_597);
        close(guesses[32].numbers[0], 1.329_256_7);
    }
}
