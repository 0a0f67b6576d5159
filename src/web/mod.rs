//! THE SITE — actix and askama live here and nowhere else. The whole site map: every route on one page, with who may
//! open it.

pub mod api;
pub mod apply;
pub mod error;
pub mod failure;
pub mod files;
pub mod filled;
pub mod filters;
pub mod form;
pub mod guard;
pub mod key;
pub mod log;
pub mod multipart;
pub mod need;
pub mod page;
pub mod problem;
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
    Public, get "/{lang:kk|ru}/need" => need::questions;
    Public, post "/{lang:kk|ru}/need" => need::answer;

    // --- opening an application
    Public, get "/{lang:kk|ru}/start" => start::start;
    Public, post "/{lang:kk|ru}/start" => start::begin;
    Public, get "/{lang:kk|ru}/open" => start::open_page;
    Public, post "/{lang:kk|ru}/open" => start::open;
    Public, post "/{lang:kk|ru}/leave" => start::leave;

    // --- the application's papers
    Applicant, get "/{lang:kk|ru}/apply/documents" => apply::documents::show;
    Applicant, get "/{lang:kk|ru}/apply/documents/{kind}" => apply::paper::show;
    Applicant, post "/{lang:kk|ru}/apply/documents/{kind}" => apply::paper::save;
    Applicant, get "/{lang:kk|ru}/apply/documents/{kind}/files/{file}" => apply::paper::file;
    Applicant, post "/{lang:kk|ru}/apply/documents/{kind}/files/{file}/remove" => apply::paper::remove;
    Applicant, get "/{lang:kk|ru}/apply/photograph" => apply::photograph::show;
    Applicant, post "/{lang:kk|ru}/apply/photograph" => apply::photograph::save;

    // --- checking, filing, tracking

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
    Public, get "/healthz" => api::healthz;
    Public, get "/readyz" => api::readyz;
    Public, get "/openapi.json" => api::openapi;
    Public, post "/api/v1/rules/requirements" => api::requirements;
    Public, get "/static/{file}" => static_files::serve;
}
