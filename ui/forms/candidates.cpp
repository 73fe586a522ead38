// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/candidates.h"

#include "core/domain/text.h"
#include "ui/forms/rowcandidates.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

class ChoiceCandidates final : public Candidates {
public:
    ChoiceCandidates(const FieldDesc &field, ShellServices &shell)
        : m_field(field),
          m_shell(shell) {}

    void find(const QString &text, QObject *,
              std::function<void(std::vector<Candidate>)> answer) override {
        const QString wanted = fold(text);
        std::vector<Candidate> found;
        for (const Choice &choice : m_field.choices) {
            const QString label = choice.label.in(m_shell.language());
            if (fold(label).contains(wanted))
                found.push_back({choice.key, label, {}, false});
        }
        answer(std::move(found));
    }

    [[nodiscard]] Result<Candidate> exactly(const QString &text) override {
        const QString wanted = fold(text);
        for (const Choice &choice : m_field.choices) {
            if (fold(choice.label.en) == wanted || fold(choice.label.zh) == wanted)
                return Candidate{choice.key, choice.label.in(m_shell.language()), {}, false};
        }
        return makeError(
            ErrorKind::NotFound, u"link.unknown"_s,
            {{u"field"_s, m_field.label.in(m_shell.language())}, {u"value"_s, text.left(100)}});
    }

    [[nodiscard]] bool mayMake() const override { return false; }
    [[nodiscard]] Candidate make(const QString &, std::function<void()>) override { return {}; }
    void restrictTo(const QString &, RecordId) override {}

private:
    FieldDesc m_field;
    ShellServices &m_shell;
};

} // namespace

std::unique_ptr<Candidates> candidatesFor(const FieldDesc &field, ShellServices &shell) {
    if (field.target.isEmpty())
        return std::make_unique<ChoiceCandidates>(field, shell);
    return std::make_unique<RowCandidates>(field, shell);
}

} // namespace dw::ui
