//! The provisions that the rules cite, by code; their names for people are in the locales (`citation-…`).

use crate::law::coded::coded_enum;

coded_enum! {
    /// A provision that a rule rests on.
    Citation {
        /// Order 642, row 8, opening words: representatives show their authority.
        Row8Opening => "row8-opening",
        /// Order 642, row 8, item 1).
        Row8Item1 => "row8-item-1",
        /// Order 642, row 8, item 2).
        Row8Item2 => "row8-item-2",
        /// Order 642, row 8, item 3).
        Row8Item3 => "row8-item-3",
        /// Order 642, row 8, item 4).
        Row8Item4 => "row8-item-4",
        /// Order 642, row 8, item 5).
        Row8Item5 => "row8-item-5",
        /// Order 642, row 8, item 6).
        Row8Item6 => "row8-item-6",
        /// Order 642, row 8, item 7).
        Row8Item7 => "row8-item-7",
        /// Order 642, row 8, item 8).
        Row8Item8 => "row8-item-8",
        /// Order 642, row 8, item 9).
        Row8Item9 => "row8-item-9",
        /// Order 642, row 8, item 10).
        Row8Item10 => "row8-item-10",
        /// Order 642, row 8, the list for everybody, items 1)–10).
        Row8List => "row8-list",
        /// Order 642, row 8, the paragraph on 180 days after item 10).
        Row8Validity => "row8-validity",
        /// Order 642, row 8, the paragraph on citizenship taken through a mission.
        Row8Consular => "row8-consular",
        /// Order 642, row 8, the paragraph on minors.
        Row8Minors => "row8-minors",
        /// Order 642, row 8, the paragraph on papers in a foreign language.
        Row8Translation => "row8-translation",
        /// Order 642, row 8, the paragraph on papers of foreign authorities.
        Row8Legalisation => "row8-legalisation",
        /// Order 905 of 18.11.2024.
        Order905 => "order-905",
        /// Joint order of 30.01.2026.
        JointOrder2026 => "joint-order-2026",
        /// Law on state services, article 19-1.
        Services19_1 => "services-19-1",
        /// Law on migration of the population, article 49.
        Migration49 => "migration-49",
        /// Administrative procedural code, article 64 (3): day of registration.
        Appk64 => "appk-64",
        /// Administrative procedural code, article 73: hearing.
        Appk73 => "appk-73",
        /// Administrative procedural code, article 76: terms.
        Appk76 => "appk-76",
        /// Administrative procedural code, article 92: time limit of the complaint.
        Appk92 => "appk-92",
        /// Tax code, article 666, item 5): state duty.
        Tax666 => "tax-666",
    }
}
