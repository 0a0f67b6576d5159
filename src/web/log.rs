//! One line a request: method, route's pattern, status, time. Never the address as sent, a query, or what was typed.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

/// Logs a request once it is answered.
pub async fn request<B: MessageBody>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let begun = std::time::Instant::now();
    let method = req.method().clone();
    let response = next.call(req).await?;
    let route = response.request().match_pattern().unwrap_or_else(|| "(none)".to_owned());
    let (status, ms) = (response.status().as_u16(), begun.elapsed().as_millis() as u64);
    if response.status().is_server_error() {
        tracing::error!(event = "request", %method, route, status, ms);
    } else {
        tracing::debug!(event = "request", %method, route, status, ms);
    }
    Ok(response)
}
