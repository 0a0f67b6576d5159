//! Ruqsat: the portal for permanent residence permits in Kazakhstan. The modules, in reading order:

pub mod app; // puts it together
pub mod application; // the application a person files
pub mod backup; // a copy of the office, and back
pub mod cli;
pub mod clock; // today and now
pub mod collation; // the alphabets
pub mod config; // settings
pub mod demo;
pub mod desk; // the clerk's desk
pub mod documents; // the papers a person brings
pub mod drawing; // papers drawn as pictures, in a process of its own
pub mod imaging; // pictures decoded, faces found
pub mod language; // Kazakh and Russian
pub mod law; // what the law says
pub mod people; // who signs in
pub mod rules; // the rules, a line at a time
pub mod scanner; // what looks at files before people do
pub mod sheet; // tables that leave the office
pub mod store; // the database
pub mod validation; // what may stand in a box
pub mod vault; // where files lie
pub mod web; // the site // the commands // an invented office, for looking at
