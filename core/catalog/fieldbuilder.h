// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/fielddesc.h"

namespace dw {

/// A field under construction: chains the few traits that differ from the defaults, so that a
/// built-in field is one line.
class FieldBuilder {
public:
    FieldBuilder(const char *key, FieldType type, const char16_t *en, const char16_t *zh);
    FieldBuilder &required() {
        m_field.validity.required = true;
        return *this;
    }
    FieldBuilder &range(double min, double max) {
        m_field.validity.min = min;
        m_field.validity.max = max;
        return *this;
    }
    FieldBuilder &atLeast(double min) {
        m_field.validity.min = min;
        return *this;
    }
    FieldBuilder &length(int max) {
        m_field.validity.maxLength = max;
        return *this;
    }
    FieldBuilder &unit(const char *unit) {
        m_field.unit = QString::fromLatin1(unit);
        return *this;
    }
    FieldBuilder &personal(PersonalData p) {
        m_field.personal = p;
        return *this;
    }
    FieldBuilder &group(const char *group) {
        m_field.group = QString::fromLatin1(group);
        return *this;
    }
    FieldBuilder &target(const char *entity) {
        m_field.target = QString::fromLatin1(entity);
        return *this;
    }
    FieldBuilder &tie(Tie tie) {
        m_field.tie = tie;
        return *this;
    }
    FieldBuilder &section(const char *section) {
        m_field.section = QString::fromLatin1(section);
        return *this;
    }
    FieldBuilder &choice(const char *key, const char16_t *en, const char16_t *zh);
    /// Instead of the policy that its type brings (sets include and exclude, counters add up, long
    /// text keeps both).
    FieldBuilder &policy(MergePolicy policy) {
        m_field.policy = policy;
        return *this;
    }
    FieldBuilder &searched() {
        m_field.searched = true;
        return *this;
    }
    FieldBuilder &sortable() {
        m_field.sortable = true;
        return *this;
    }
    FieldBuilder &readOnly() {
        m_field.readOnly = true;
        return *this;
    }
    /// Kept by the store from the log.
    FieldBuilder &derived() {
        m_field.derived = m_field.readOnly = true;
        return *this;
    }
    [[nodiscard]] const FieldDesc &build() const { return m_field; }

private:
    FieldDesc m_field;
};

} // namespace dw
