//! serve | migrate | staff | vault | demo | rules — reads arguments, nothing else.

fn main() -> std::process::ExitCode {
    ruqsat::cli::main()
}
