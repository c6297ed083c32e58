// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text/mention_draft.hpp"

namespace flightxref::detail {

/// Finds aircraft and other carriers: a core ("Tu-214", "RA-64521", "plane"), what stands left of it ("a Russian government") and right of it
/// (", tail number ..., of the Special Flight Squadron"). The bodies are in mention_carrier.cpp and, for what stands right, mention_carrier_tail.cpp.
class CarrierPass {
  public:
    CarrierPass(const SentenceScan& scan, Drafts& drafts) : m_scan(scan), m_drafts(drafts) {}
    void run();

  private:
    static bool is_core(AtomKind kind);
    bool is_head(std::uint32_t i) const;
    bool is_elliptic(std::uint32_t i) const;
    std::uint32_t read_elliptic(std::uint32_t i);
    static int ordinal_of(const Token& token);
    bool begins_core(std::uint32_t i) const;
    bool is_compound(std::uint32_t i) const;
    std::uint32_t read_phrase(std::uint32_t core);
    bool plausible(std::uint32_t first, std::uint32_t core, std::uint32_t end) const;
    std::uint32_t read_core(std::uint32_t i);
    bool is_plural(std::uint32_t i) const;
    void set_mode(std::uint32_t head);
    bool take(const Atom& atom);
    bool type_plural(const Atom& atom) const;
    std::uint32_t read_left(std::uint32_t core);
    bool is_list_of_modifiers(std::uint32_t at) const;
    bool led_by_determiner(std::uint32_t at) const;
    std::uint32_t read_owner(std::uint32_t clitic);
    std::uint32_t skip_to_identifier(std::uint32_t at) const;
    std::uint32_t read_right(std::uint32_t end);
    std::uint32_t read_identifier_tail(std::uint32_t end);
    std::uint32_t distribute(std::uint32_t at);
    std::uint32_t close(std::uint32_t end) const;
    std::uint32_t read_list(std::uint32_t at);
    std::uint32_t read_described_tail(std::uint32_t end);
    std::uint32_t read_operator_tail(std::uint32_t end);
    std::uint32_t read_nickname_tail(std::uint32_t end);
    std::uint32_t finish(std::uint32_t first, std::uint32_t core, std::uint32_t end);
    bool led_as_identity(std::uint32_t i, std::uint32_t& possessor) const;
    bool is_apposed(std::uint32_t first, std::uint32_t end, std::uint32_t& craft) const;
    const SentenceScan& m_scan;
    Drafts& m_drafts;
    Draft m_draft;
    std::uint32_t m_head = 0;
    bool m_has_head = false;
    bool m_bare = false;  ///< nothing but an identifier
};

}  // namespace flightxref::detail
