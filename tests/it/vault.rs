//! Where files lie: encrypted, whole or refused, opened by old and new master keys, in a folder and in a bucket.

mod care;
mod commands;
mod damage;
mod served;
