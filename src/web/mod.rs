//! THE SITE — actix and askama live here and nowhere else. The whole site map: every route on one page, with who may
//! open it.

pub mod admin;
pub mod admin_change;
pub mod api;
pub mod apply;
pub mod audit;
pub mod bring;
pub mod calendar;
pub mod compress;
pub mod desk;
pub mod drawn;
pub mod drawn_ahead;
pub mod error;
pub mod failure;
pub mod files;
pub mod filled;
pub mod filters;
pub mod form;
pub mod funds;
pub mod guard;
pub mod key;
pub mod log;
pub mod multipart;
pub mod need;
pub mod page;
pub mod place;
pub mod problem;
pub mod sending;
pub mod start;
pub mod state;
pub mod static_files;
pub mod stay;
pub mod style;
pub mod understood;
pub mod visit;

use actix_web::Route;
use actix_web::guard as method;
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};

use crate::desk::Duty;
use crate::language::Language;
use guard::Audience::{self, Applicant, Desk, Public, Staff};

/// A route for GET; HEAD is answered as GET is, without the body.
fn get() -> Route {
    web::route().guard(method::Any(method::Get()).or(method::Head()))
}

/// A route for POST.
fn post() -> Route {
    web::post()
}

/// A route for each method of resumed uploads.
fn options() -> Route {
    web::method(Method::OPTIONS)
}
fn head() -> Route {
    web::head()
}
fn patch() -> Route {
    web::patch()
}
fn delete() -> Route {
    web::delete()
}

/// An address with the languages that it is served in: the office works in those of the law.
fn with_languages(path: &str) -> String {
    let office = path.strip_prefix("/{lang}").is_some_and(page::is_of_office);
    let codes = if office { Language::OFFICE_CODES } else { Language::ALL_CODES };
    path.replacen("{lang}", &format!("{{lang:{codes}}}"), 1)
}

/// Declares the routes once: the server is configured from them, and the tests walk them.
macro_rules! site {
    ($($audience:expr, $method:ident $path:literal => $handler:path;)*) => {
        /// Every route: method, address, audience.
        pub const SITE_MAP: &[(&str, &str, Audience)] = &[$((stringify!($method), $path, $audience)),*];

        /// Puts every route behind its guard.
        pub fn site(config: &mut ServiceConfig) {
            config.app_data(multipart::reading());
            $(config.route(
                &with_languages($path),
                $method().to($handler).wrap(from_fn(move |req, next| guard::guard($audience, req, next))),
            );)*
        }
    };
}

site! {
    // --- before applying
    Public, get "/" => start::root;
    Public, get "/{lang}" => start::home;
    Public, get "/{lang}/need" => need::questions;
    Public, post "/{lang}/need" => need::answer;
    Public, get "/{lang}/funds" => funds::show;
    Public, post "/{lang}/funds" => funds::count;
    Public, get "/{lang}/style" => style::show;
    Public, get "/{lang}/accessibility" => start::accessibility;

    // --- opening an application
    Public, get "/{lang}/start" => start::start;
    Public, post "/{lang}/start" => start::begin;
    Applicant, get "/{lang}/apply/begun" => start::begun;
    Public, get "/{lang}/open" => start::open_page;
    Public, post "/{lang}/open" => start::open;
    Public, post "/{lang}/leave" => start::leave;
    Public, get "/{lang}/bring/{token}" => bring::show;
    Public, post "/{lang}/bring/{token}" => bring::save;
    Public, get "/{lang}/stay/{of}" => stay::ask;
    Public, post "/{lang}/stay/{of}" => stay::stay;

    // --- the application's papers
    Applicant, get "/{lang}/apply/documents" => apply::documents::show;
    Applicant, get "/{lang}/apply/documents/{kind}" => apply::paper::show;
    Applicant, post "/{lang}/apply/documents/{kind}" => apply::paper::save;
    Applicant, get "/{lang}/apply/documents/{kind}/files/{file}" => apply::paper::file;
    Applicant, post "/{lang}/apply/documents/{kind}/files/{file}/remove" => apply::paper::remove;
    Applicant, get "/{lang}/apply/documents/{kind}/invite" => apply::invite::show;
    Applicant, post "/{lang}/apply/documents/{kind}/invite" => apply::invite::make;
    Applicant, post "/{lang}/apply/documents/{kind}/invite/{link}/revoke" => apply::invite::revoke;
    Applicant, get "/{lang}/apply/zone" => apply::zone::show;
    Applicant, post "/{lang}/apply/zone" => apply::zone::save;
    Applicant, get "/{lang}/apply/photograph" => apply::photograph::show;
    Applicant, post "/{lang}/apply/photograph" => apply::photograph::save;

    // --- files that are resumed (tus 1.0)
    Applicant, options "/{lang}/apply/uploads" => apply::tus::discover;
    Applicant, post "/{lang}/apply/uploads" => apply::tus::begin;
    Applicant, head "/{lang}/apply/uploads/{upload}" => apply::tus::offset;
    Applicant, patch "/{lang}/apply/uploads/{upload}" => apply::tus::append;
    Applicant, delete "/{lang}/apply/uploads/{upload}" => apply::tus::end;
    Public, options "/{lang}/bring/{token}/uploads" => apply::tus::discover;
    Public, post "/{lang}/bring/{token}/uploads" => apply::tus::begin;
    Public, head "/{lang}/bring/{token}/uploads/{upload}" => apply::tus::offset;
    Public, patch "/{lang}/bring/{token}/uploads/{upload}" => apply::tus::append;
    Public, delete "/{lang}/bring/{token}/uploads/{upload}" => apply::tus::end;

    // --- checking, filing, tracking
    Applicant, get "/{lang}/apply/check" => apply::check::show;
    Applicant, get "/{lang}/apply/submit" => apply::filing::back;
    Applicant, post "/{lang}/apply/submit" => apply::filing::submit;
    Applicant, get "/{lang}/apply/receipt" => apply::receipt::show;
    Applicant, get "/{lang}/apply/withdraw" => apply::filing::confirm_withdrawal;
    Applicant, post "/{lang}/apply/withdraw" => apply::filing::withdraw;
    Applicant, get "/{lang}/apply/objection" => apply::objection::show;
    Applicant, post "/{lang}/apply/objection" => apply::objection::object;
    Applicant, get "/{lang}/apply/minutes" => apply::minutes::show;
    Applicant, post "/{lang}/apply/minutes" => apply::minutes::remark;
    Applicant, get "/{lang}/apply/messages" => apply::talk::show;
    Applicant, post "/{lang}/apply/messages" => apply::talk::say;
    Applicant, get "/{lang}/apply/opened" => apply::opened::show;
    Public, get "/{lang}/track" => apply::track::show;

    // --- the application
    Applicant, get "/{lang}/apply" => apply::tasks::show;
    Applicant, get "/{lang}/apply/{step}" => apply::step::show;
    Applicant, post "/{lang}/apply/{step}" => apply::step::save;
    Applicant, get "/{lang}/apply/{step}/{record}" => apply::record::show;
    Applicant, post "/{lang}/apply/{step}/{record}" => apply::record::save;
    Applicant, post "/{lang}/apply/{step}/{record}/remove" => apply::record::remove;

    // --- the clerk's desk
    Public, get "/{lang}/desk/sign-in" => desk::sign_in::show;
    Public, post "/{lang}/desk/sign-in" => desk::sign_in::sign_in;
    Staff, post "/{lang}/desk/sign-out" => desk::sign_in::sign_out;
    Staff, get "/{lang}/desk/account" => desk::account::show;
    Staff, post "/{lang}/desk/account" => desk::account::save;
    Desk(Duty::Read), get "/{lang}/desk" => desk::queue::show;
    Desk(Duty::Oversee), get "/{lang}/desk/export" => desk::export::cases;
    Desk(Duty::Oversee), get "/{lang}/desk/numbers/export" => desk::export::figures;
    Desk(Duty::Read), get "/{lang}/desk/filter" => desk::queue_filter::show;
    Desk(Duty::Read), get "/{lang}/desk/search" => desk::queue_filter::search_page;
    Desk(Duty::Read), post "/{lang}/desk/search" => desk::queue_filter::search;
    Desk(Duty::Read), get "/{lang}/desk/kept" => desk::queue_filter::kept_page;
    Desk(Duty::Read), post "/{lang}/desk/kept" => desk::queue_filter::keep;
    Desk(Duty::Read), post "/{lang}/desk/kept/{kept}/remove" => desk::queue_filter::forget;
    Desk(Duty::Assign), get "/{lang}/desk/assign" => desk::assign::show;
    Desk(Duty::Assign), post "/{lang}/desk/assign" => desk::assign::make;
    Desk(Duty::Read), get "/{lang}/desk/reminders" => desk::reminders::list;
    Desk(Duty::Oversee), get "/{lang}/desk/numbers" => desk::numbers::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}" => desk::case::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/files/{file}" => desk::file::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/papers/{kind}" => desk::paper_page::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/reads" => desk::reads::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/sent" => desk::sent::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/talon" => desk::accept::talon;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/refused-acceptance" => desk::receipt::show;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/decision" => desk::decision::show;
    Desk(Duty::Return), get "/{lang}/desk/cases/{case}/review" => desk::review::show;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/review" => desk::mark::mark;
    Desk(Duty::Read), get "/{lang}/desk/cases/{case}/messages" => desk::talk::show;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/message" => desk::talk::say;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/note" => desk::talk::note;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/take" => desk::claim::take;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/give-back" => desk::claim::give_back;
    Desk(Duty::Return), get "/{lang}/desk/cases/{case}/hand-over" => desk::hand_over::show;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/hand-over" => desk::hand_over::make;
    Desk(Duty::Assign), get "/{lang}/desk/hand-over" => desk::hand_over::show_all;
    Desk(Duty::Assign), post "/{lang}/desk/hand-over" => desk::hand_over::make_all;
    Desk(Duty::Return), get "/{lang}/desk/cases/{case}/return" => desk::send_back::show;
    Desk(Duty::Return), post "/{lang}/desk/cases/{case}/return" => desk::send_back::make;
    Desk(Duty::Accept), get "/{lang}/desk/cases/{case}/accept" => desk::accept::show;
    Desk(Duty::Accept), post "/{lang}/desk/cases/{case}/accept" => desk::accept::make;
    Desk(Duty::Accept), get "/{lang}/desk/cases/{case}/refuse-acceptance" => desk::refuse_acceptance::show;
    Desk(Duty::Accept), post "/{lang}/desk/cases/{case}/refuse-acceptance" => desk::refuse_acceptance::make;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/approvals" => desk::approvals::ask_page;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/approvals" => desk::approvals::ask;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/reminders" => desk::reminders::remind_page;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/reminders" => desk::reminders::remind;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/answers" => desk::approvals::answer_page;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/answers" => desk::approvals::answer;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/correct/{step}" => desk::correct::show;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/correct/{step}" => desk::correct::make;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/prepare-refusal" => desk::prepare::show;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/prepare-refusal" => desk::prepare::make;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/hearing" => desk::hearing::appoint_page;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/hearing" => desk::hearing::appoint;
    Desk(Duty::Review), get "/{lang}/desk/cases/{case}/minutes" => desk::hearing::record_page;
    Desk(Duty::Review), post "/{lang}/desk/cases/{case}/minutes" => desk::hearing::record;
    Desk(Duty::Decide), get "/{lang}/desk/cases/{case}/approve" => desk::confirm::approve_page;
    Desk(Duty::Decide), post "/{lang}/desk/cases/{case}/approve" => desk::confirm::approve;
    Desk(Duty::Decide), get "/{lang}/desk/cases/{case}/refuse" => desk::confirm::refuse_page;
    Desk(Duty::Decide), post "/{lang}/desk/cases/{case}/refuse" => desk::confirm::refuse;
    Desk(Duty::Accept), get "/{lang}/desk/cases/{case}/issue" => desk::confirm::issue_page;
    Desk(Duty::Accept), post "/{lang}/desk/cases/{case}/issue" => desk::confirm::issue;

    // --- administration
    Desk(Duty::ManageReasons), get "/{lang}/admin/reasons" => desk::reasons::list;
    Desk(Duty::ManageReasons), post "/{lang}/admin/reasons" => desk::reasons::put;
    Desk(Duty::Deputise), get "/{lang}/admin/stand-ins" => desk::stand_ins::show;
    Desk(Duty::Deputise), post "/{lang}/admin/stand-ins" => desk::stand_ins::put;
    Desk(Duty::ManageCalendar), get "/{lang}/admin/calendar" => calendar::show;
    Desk(Duty::ManageCalendar), post "/{lang}/admin/calendar" => calendar::put;
    Desk(Duty::ManageStaff), get "/{lang}/admin/staff" => admin::list;
    Desk(Duty::ManageStaff), post "/{lang}/admin/staff" => admin::add;
    Desk(Duty::ManageStaff), get "/{lang}/admin/staff/{login}/change" => admin_change::show;
    Desk(Duty::ManageStaff), post "/{lang}/admin/staff/{login}/change" => admin_change::save;
    Desk(Duty::ManageStaff), post "/{lang}/admin/staff/{login}/disable" => admin::disable;
    Desk(Duty::ManageStaff), post "/{lang}/admin/staff/{login}/enable" => admin::enable;
    Desk(Duty::Audit), get "/{lang}/admin/trail" => audit::show;
    Public, get "/{lang}/admin/first/{token}" => admin::first_page;
    Public, post "/{lang}/admin/first/{token}" => admin::first;

    // --- for machines
    Public, get "/healthz" => api::healthz;
    Public, get "/readyz" => api::readyz;
    Public, get "/openapi.json" => api::openapi;
    Public, post "/api/v1/rules/requirements" => api::requirements;
    Public, get "/static/{file}" => static_files::serve;
}
