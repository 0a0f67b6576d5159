//! THE SITE — actix and askama live here and nowhere else. The whole site map: every route on one page, with who may
//! open it.

pub mod apply;
pub mod error;
pub mod failure;
pub mod filled;
pub mod filters;
pub mod form;
pub mod guard;
pub mod key;
pub mod log;
pub mod page;
pub mod start;
pub mod state;
pub mod static_files;
pub mod visit;

use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};

use guard::Audience::{self, Applicant, Public};

/// Declares the routes once: the server is configured from them, and the tests walk them.
macro_rules! site {
    ($($audience:expr, $method:ident $path:literal => $handler:path;)*) => {
        /// Every route: method, address, audience.
        pub const SITE_MAP: &[(&str, &str, Audience)] = &[$((stringify!($method), $path, $audience)),*];

        /// Puts every route behind its guard.
        pub fn site(config: &mut ServiceConfig) {
            $(config.route(
                $path,
                web::$method().to($handler).wrap(from_fn(move |req, next| guard::guard($audience, req, next))),
            );)*
        }
    };
}

site! {
    // --- before applying
    Public, get "/" => start::root;
    Public, get "/{lang:kk|ru}" => start::home;

    // --- opening an application
    Public, get "/{lang:kk|ru}/start" => start::start;
    Public, post "/{lang:kk|ru}/start" => start::begin;
    Public, get "/{lang:kk|ru}/open" => start::open_page;
    Public, post "/{lang:kk|ru}/open" => start::open;
    Public, post "/{lang:kk|ru}/leave" => start::leave;

    // --- the application's papers

    // --- checking, filing, tracking
    Applicant, get "/{lang:kk|ru}/apply/check" => apply::check::show;
    Applicant, get "/{lang:kk|ru}/apply/submit" => apply::filing::back;
    Applicant, post "/{lang:kk|ru}/apply/submit" => apply::filing::submit;
    Applicant, get "/{lang:kk|ru}/apply/receipt" => apply::receipt::show;
    Applicant, get "/{lang:kk|ru}/apply/withdraw" => apply::filing::confirm_withdrawal;
    Applicant, post "/{lang:kk|ru}/apply/withdraw" => apply::filing::withdraw;
    Public, get "/{lang:kk|ru}/track" => apply::track::show;

    // --- the application
    Applicant, get "/{lang:kk|ru}/apply" => apply::tasks::show;
    Applicant, get "/{lang:kk|ru}/apply/{step}" => apply::step::show;
    Applicant, post "/{lang:kk|ru}/apply/{step}" => apply::step::save;
    Applicant, get "/{lang:kk|ru}/apply/{step}/{record}" => apply::record::show;
    Applicant, post "/{lang:kk|ru}/apply/{step}/{record}" => apply::record::save;
    Applicant, post "/{lang:kk|ru}/apply/{step}/{record}/remove" => apply::record::remove;

    // --- the clerk's desk

    // --- administration

    // --- for machines
    Public, get "/static/{file}" => static_files::serve;
}
