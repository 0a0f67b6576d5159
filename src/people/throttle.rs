//! Throttling of those who guess: by the address a request comes from together with what is guessed at, so that
//! nobody else is locked out.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

type Limiter = RateLimiter<String, HashMapStateStore<String>, DefaultClock>;

/// Counts tries per key: a burst, then one in a while.
pub struct Throttle {
    limiter: Limiter,
}

impl std::fmt::Debug for Throttle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Throttle")
    }
}

/// More keys than this are forgotten down to those still counting.
const MANY_KEYS: usize = 10_000;

impl Throttle {
    /// `burst` tries at once, then one every `period`.
    pub fn new(burst: NonZeroU32, period: Duration) -> Self {
        // with_period fails on zero only; a minute is then as good as any.
        let quota = Quota::with_period(period).unwrap_or_else(|| Quota::per_minute(NonZeroU32::MIN)).allow_burst(burst);
        Self { limiter: RateLimiter::hashmap(quota) }
    }
    /// Counts one try; gives the seconds to wait when there were too many.
    pub fn attempt(&self, key: &str) -> Result<(), u64> {
        if self.limiter.len() > MANY_KEYS {
            self.limiter.retain_recent();
        }
        self.limiter
            .check_key(&key.to_owned())
            .map_err(|until| until.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_who_guesses_waits() {
        let throttle = Throttle::new(NonZeroU32::new(3).unwrap(), Duration::from_secs(60));
        for _ in 0..3 {
            assert_eq!(throttle.attempt("a"), Ok(()));
        }
        assert!(throttle.attempt("a").is_err_and(|seconds| (1..=61).contains(&seconds)));
        assert_eq!(throttle.attempt("b"), Ok(()));
    }
}
