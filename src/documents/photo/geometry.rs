//! Where the face stands in the picture, and the part of the picture that becomes the photograph: arithmetic only.

use serde::{Deserialize, Serialize};

use crate::documents::picture::{PHOTO_HEIGHT, PHOTO_HEIGHT_MM, PHOTO_WIDTH, PHOTO_WIDTH_MM, Size};

/// A place in a picture, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    fn middle(self, other: Self) -> Self {
        Self { x: (self.x + other.x) / 2.0, y: (self.y + other.y) / 2.0 }
    }
    fn minus(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
    fn times(self, times: f64) -> Self {
        Self { x: self.x * times, y: self.y * times }
    }
    fn plus(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
    fn length(self) -> f64 {
        self.x.hypot(self.y)
    }
    fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }
}

/// A face that was found: six points, left and right as the viewer sees them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Face {
    /// The eye on the viewer's left.
    pub left_eye: Point,
    /// The eye on the viewer's right.
    pub right_eye: Point,
    /// The tip of the nose.
    pub nose: Point,
    /// The middle of the mouth.
    pub mouth: Point,
    /// Before the ear on the viewer's left.
    pub left_ear: Point,
    /// Before the ear on the viewer's right.
    pub right_ear: Point,
    /// From 0 to 1: how sure it is that this is a face.
    pub sure: f64,
}

// The head from crown to chin, told in units of the face (see [`Face::unit`]). An adult's head of 230 mm has its pupils
// 113 mm over the chin, the line between the lips 69 mm under the pupils, and the pupils 63 mm apart: rounded means of
// men and women as textbooks of anthropometry give them. So the crown (of the skull: hair does not count, ICAO 9303)
// lies (230 - 113) / 69 = 1.70 units over the eyes and the chin 113 / 69 = 1.64 units under them. Single heads differ by
// a tenth, children's by more; so whatever is told about the share of the head has that margin.
const CROWN_OVER_EYES: f64 = 1.70;
const CHIN_UNDER_EYES: f64 = 1.64;
/// 69 mm from eyes to mouth for 63 mm from eye to eye.
const MOUTH_TO_EYES: f64 = 69.0 / 63.0;
/// The tip of the nose stands out about 25 mm before the pupils, which are 63 mm apart.
const NOSE_TO_EYES: f64 = 25.0 / 63.0;

impl Face {
    /// The point between the eyes.
    pub fn eyes(&self) -> Point {
        self.left_eye.middle(self.right_eye)
    }
    /// From eye to eye, in pixels.
    pub fn eye_distance(&self) -> f64 {
        self.right_eye.minus(self.left_eye).length()
    }
    /// From the eyes to the mouth as two measures tell it: directly, and by the distance of the eyes. A head that nods
    /// shortens the first, one that turns the second; the mean errs by half.
    pub fn unit(&self) -> f64 {
        let direct = self.mouth.minus(self.eyes()).length();
        (direct + self.eye_distance() * MOUTH_TO_EYES) / 2.0
    }
    /// How far the head is tilted to a shoulder, in degrees, clockwise as the viewer sees it.
    pub fn roll(&self) -> f64 {
        let eyes = self.right_eye.minus(self.left_eye);
        eyes.y.atan2(eyes.x).to_degrees()
    }
    /// How far the head is turned, in degrees, to the viewer's right. The nose leaves the middle of the eyes by its
    /// height times the tangent. An estimate from one point: noses differ, and it says nothing of nodding.
    pub fn yaw(&self) -> f64 {
        let across = self.right_eye.minus(self.left_eye);
        let length = across.length().max(1e-6);
        let aside = self.nose.minus(self.eyes()).dot(across) / length / length;
        (aside / NOSE_TO_EYES).atan().to_degrees()
    }
    /// Whether it may be a head that stands: the mouth under the eyes, at about the distance of the eyes.
    pub fn is_upright(&self) -> bool {
        let down = self.mouth.minus(self.eyes()).dot(self.up()) / self.eye_distance().max(1e-6);
        self.roll().abs() <= 40.0 && (-2.0..=-0.5).contains(&down)
    }
    /// Up along the head, of length one.
    fn up(&self) -> Point {
        let across = self.right_eye.minus(self.left_eye);
        let length = across.length().max(1e-6);
        Point { x: across.y / length, y: -across.x / length }
    }
    /// The crown of the head: an estimate.
    pub fn crown(&self) -> Point {
        self.eyes().plus(self.up().times(self.unit() * CROWN_OVER_EYES))
    }
    /// The chin: an estimate.
    pub fn chin(&self) -> Point {
        self.eyes().plus(self.up().times(-self.unit() * CHIN_UNDER_EYES))
    }
    /// From crown to chin, in pixels.
    pub fn head(&self) -> f64 {
        self.unit() * (CROWN_OVER_EYES + CHIN_UNDER_EYES)
    }
    /// The middle of the head from left to right: of eyes, mouth and ears, so that a turned head stays in the middle.
    pub fn centre(&self) -> f64 {
        (self.eyes().x + self.mouth.x + self.left_ear.middle(self.right_ear).x) / 3.0
    }
    /// The same face in other coordinates.
    #[must_use]
    pub fn moved(&self, to: impl Fn(Point) -> Point) -> Self {
        Self {
            left_eye: to(self.left_eye),
            right_eye: to(self.right_eye),
            nose: to(self.nose),
            mouth: to(self.mouth),
            left_ear: to(self.left_ear),
            right_ear: to(self.right_ear),
            sure: self.sure,
        }
    }
}

/// The part of the picture that becomes the photograph: 35 to 45, in pixels of the upright picture.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Crop {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width; the height follows.
    pub width: f64,
}

/// The proposed head from crown to chin: 33 mm of 45 are 73 per cent, inside 32–36 mm and 70–80 per cent (LAW.md §8).
const HEAD_MM: f64 = 33.0;
/// The proposed eye line, over the lower edge: 25–35 mm are asked of visa photographs (LAW.md §8). With a head of 33 mm
/// that leaves 45 - 25.3 - 33 × 1.70 / 3.34 = 2.9 mm over the crown, where the hair is.
const EYES_MM: f64 = 25.3;
/// Fewer pixels than this hold no face.
const LEAST_WIDTH: f64 = 70.0;

/// A little step of the frame, by one button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The face goes left.
    Left,
    /// The face goes right.
    Right,
    /// The face goes up.
    Up,
    /// The face goes down.
    Down,
    /// The face grows.
    Closer,
    /// The face shrinks.
    Farther,
}

impl Step {
    /// Every step, in the order of the buttons.
    pub const ALL: [Self; 6] = [Self::Left, Self::Right, Self::Up, Self::Down, Self::Closer, Self::Farther];

    /// As a button sends it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Up => "up",
            Self::Down => "down",
            Self::Closer => "closer",
            Self::Farther => "farther",
        }
    }
    /// The step that a button sent.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

impl Crop {
    /// The height that belongs to the width.
    pub fn height(&self) -> f64 {
        self.width * f64::from(PHOTO_HEIGHT_MM) / f64::from(PHOTO_WIDTH_MM)
    }
    /// Proposes the part around a face; without a face the largest part in the middle.
    pub fn propose(size: Size, face: Option<&Face>) -> Self {
        let Some(face) = face else {
            return Self { x: 0.0, y: 0.0, width: f64::INFINITY }.inside(size).centred(size);
        };
        let tall = f64::from(PHOTO_HEIGHT_MM);
        let height = face.head() * tall / HEAD_MM;
        let width = (height * f64::from(PHOTO_WIDTH_MM) / tall).min(Self::widest(size));
        let height = width * tall / f64::from(PHOTO_WIDTH_MM);
        Self { x: face.centre() - width / 2.0, y: face.eyes().y - height * (1.0 - EYES_MM / tall), width }.inside(size)
    }
    /// The widest part that a picture has.
    fn widest(size: Size) -> f64 {
        f64::from(size.width).min(f64::from(size.height) * f64::from(PHOTO_WIDTH_MM) / f64::from(PHOTO_HEIGHT_MM))
    }
    /// The same, as far as it lies inside the picture: no pixel is invented.
    #[must_use]
    pub fn inside(self, size: Size) -> Self {
        let widest = Self::widest(size);
        let sound = |value: f64| if value.is_nan() { 0.0 } else { value };
        let width = sound(self.width).clamp(LEAST_WIDTH.min(widest), widest);
        let fitted = Self { width, ..self };
        Self {
            x: sound(self.x).clamp(0.0, (f64::from(size.width) - width).max(0.0)),
            y: sound(self.y).clamp(0.0, (f64::from(size.height) - fitted.height()).max(0.0)),
            width,
        }
    }
    fn centred(self, size: Size) -> Self {
        let (x, y) = (f64::from(size.width) - self.width, f64::from(size.height) - self.height());
        Self { x: x / 2.0, y: y / 2.0, ..self }
    }
    /// After a little step: a thirtieth of the width (1.2 mm of the print), or a fifteenth nearer or farther.
    #[must_use]
    pub fn stepped(self, step: Step, size: Size) -> Self {
        let by = self.width / 30.0;
        let resized = |width: f64| {
            let resized = Self { width, ..self };
            let (dx, dy) = (self.width - resized.width, self.height() - resized.height());
            Self { x: self.x + dx / 2.0, y: self.y + dy / 2.0, width }
        };
        match step {
            // The face goes left when the frame goes right.
            Step::Left => Self { x: self.x + by, ..self },
            Step::Right => Self { x: self.x - by, ..self },
            Step::Up => Self { y: self.y + by, ..self },
            Step::Down => Self { y: self.y - by, ..self },
            Step::Closer => resized(self.width * 14.0 / 15.0),
            Step::Farther => resized((self.width * 15.0 / 14.0).min(Self::widest(size))),
        }
        .inside(size)
    }
    /// Whether two mean the same pixels, as far as a form carries them (whole pixels).
    pub fn is_near(&self, other: &Self) -> bool {
        let near = |one: f64, other: f64| (one - other).abs() < 1.0;
        near(self.x, other.x) && near(self.y, other.y) && near(self.width, other.width)
    }
    /// A face of the picture as it stands in the photograph of 413×531 pixels.
    pub fn face(&self, face: &Face) -> Face {
        let (across, down) = (f64::from(PHOTO_WIDTH) / self.width, f64::from(PHOTO_HEIGHT) / self.height());
        face.moved(|point| Point { x: (point.x - self.x) * across, y: (point.y - self.y) * down })
    }
    /// Whether a point lies inside.
    pub fn holds(&self, point: Point) -> bool {
        (self.x..=self.x + self.width).contains(&point.x) && (self.y..=self.y + self.height()).contains(&point.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A face that looks straight ahead: `unit` pixels from eyes to mouth.
    fn face(x: f64, y: f64, unit: f64) -> Face {
        let eye = unit / MOUTH_TO_EYES / 2.0;
        let at = |dx: f64, dy: f64| Point { x: x + dx, y: y + dy };
        Face {
            left_eye: at(-eye, 0.0),
            right_eye: at(eye, 0.0),
            nose: at(0.0, unit * 0.6),
            mouth: at(0.0, unit),
            left_ear: at(-2.0 * eye, unit * 0.2),
            right_ear: at(2.0 * eye, unit * 0.2),
            sure: 1.0,
        }
    }

    const SIZE: Size = Size { width: 3000, height: 4000 };

    #[test]
    fn the_proposal_is_what_the_rules_ask() {
        let face = face(1500.0, 1500.0, 200.0);
        let crop = Crop::propose(SIZE, Some(&face));
        let mm = 45.0 / crop.height();
        assert!((face.head() * mm - 33.0).abs() < 0.01, "the head is 33 mm of 45");
        assert!(((crop.y + crop.height() - face.eyes().y) * mm - EYES_MM).abs() < 0.01);
        assert!((crop.x + crop.width / 2.0 - 1500.0).abs() < 0.01, "in the middle");
        assert!((face.crown().y - crop.y) * mm > 2.5, "room for the hair");
        assert!((crop.width / crop.height() - 35.0 / 45.0).abs() < 1e-9);
    }

    #[test]
    fn no_pixel_is_invented() {
        for face in [face(100.0, 100.0, 90.0), face(1500.0, 3900.0, 300.0), face(1500.0, 1800.0, 2000.0)] {
            let crop = Crop::propose(SIZE, Some(&face));
            assert!(crop.x >= 0.0 && crop.y >= 0.0, "{crop:?}");
            assert!(crop.x + crop.width <= 3000.001 && crop.y + crop.height() <= 4000.001, "{crop:?}");
        }
        let odd = Crop { x: f64::NAN, y: -5.0, width: f64::INFINITY }.inside(Size { width: 10, height: 9 });
        assert_eq!((odd.x, odd.y, odd.width), (0.0, 0.0, 7.0));
    }

    #[test]
    fn without_a_face_the_middle_is_proposed() {
        let crop = Crop::propose(Size { width: 4500, height: 900 }, None);
        assert_eq!((crop.x, crop.y, crop.width), (1900.0, 0.0, 700.0));
    }

    #[test]
    fn each_step_has_its_way_back() {
        let crop = Crop { x: 500.0, y: 700.0, width: 900.0 };
        for (there, back) in [(Step::Left, Step::Right), (Step::Up, Step::Down), (Step::Closer, Step::Farther)] {
            let stepped = crop.stepped(there, SIZE);
            assert!(!stepped.is_near(&crop));
            assert!(stepped.stepped(back, SIZE).is_near(&crop), "{there:?}");
        }
        assert!(crop.stepped(Step::Left, SIZE).x > crop.x, "the face goes left when the frame goes right");
        assert!(crop.stepped(Step::Closer, SIZE).width < crop.width);
    }

    #[test]
    fn turns_and_tilts_are_told_in_degrees() {
        let straight = face(1500.0, 1500.0, 200.0);
        assert!(straight.roll().abs() < 0.01 && straight.yaw().abs() < 0.01);
        let around = |degrees: f64| {
            let (sin, cos) = degrees.to_radians().sin_cos();
            straight.moved(|p| Point { x: p.x * cos - p.y * sin, y: p.x * sin + p.y * cos })
        };
        assert!((around(10.0).roll() - 10.0).abs() < 0.01);
        assert!(around(10.0).yaw().abs() < 0.01, "a tilted head is not turned");
        let mut turned = straight;
        turned.nose.x += straight.eye_distance() * NOSE_TO_EYES * 20f64.to_radians().tan();
        assert!((turned.yaw() - 20.0).abs() < 0.01);
    }
}
