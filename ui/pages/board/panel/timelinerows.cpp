// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/timelinerows.h"

#include "core/services/wording/wording.h"
#include "ui/widgets/clearlayout.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/sourcetag.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int whenWidth = 46;
constexpr qsizetype longText = 160; ///< Characters of a text that a line shows of it.

struct LineParts {
    Instant at;
    QString what, details;
    QString icon, source; ///< Of the tag; no tag where the source is empty.
};

QWidget *makeLineRow(const LineParts &parts, ShellServices &shell, QWidget *parent) {
    Workspace &workspace = shell.workspace();
    auto *row = new QWidget(parent);
    row->setObjectName(u"timelineRow"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 3, 0, 3);
    layout->setSpacing(6);
    auto *when = new ElidedLabel("caption", row);
    const QDate day = parts.at.toUtc().toTimeZone(workspace.zone()).date();
    when->setWhole(displayDate(day, workspace.today(), Style::Short));
    when->setToolTip(displayInstant(parts.at, workspace.zone(), workspace.today(), Style::Full));
    when->setFixedWidth(whenWidth);
    when->setContentsMargins(0, 2, 0, 0);
    layout->addWidget(when, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(makeText("line", parts.what, row));
    if (!parts.details.isEmpty()) {
        const bool cut = parts.details.size() > longText;
        auto *details =
            makeText("secondary", cut ? parts.details.left(longText) + u'…' : parts.details, row);
        if (cut)
            details->setToolTip(parts.details.toHtmlEscaped());
        texts->addWidget(details);
    }
    layout->addLayout(texts, 1);
    if (!parts.source.isEmpty())
        layout->addWidget(new SourceTag(parts.icon, parts.source, shell.theme(), row), 0,
                          Qt::AlignTop);
    return row;
}

QString iconOf(const DealEvent &event) {
    if (event.kind == DealEvent::Kind::Note)
        return u"note"_s;
    if (event.kind == DealEvent::Kind::DoneTask)
        return u"check"_s;
    static const QHash<QString, QString> icons{
        {u"call"_s, u"phone"_s},    {u"visit"_s, u"visit"_s}, {u"meeting"_s, u"users"_s},
        {u"message"_s, u"chat"_s},  {u"email"_s, u"mail"_s},  {u"quote"_s, u"file"_s},
        {u"download"_s, u"file"_s}, {u"web"_s, u"globe"_s},
    };
    return icons.value(event.choice, u"activity"_s);
}

} // namespace

QWidget *makeChangeRow(const HistoryEntry &entry, const EntityDesc &entity, ShellServices &shell,
                       QWidget *parent) {
    Workspace &workspace = shell.workspace();
    const ChangeText text =
        textOf(entry, entity, shell.language(), workspace.readTime(), workspace.today());
    const bool byHand = text.source.isEmpty();
    QString details = entry.change.reason.id.isEmpty()
                          ? QString()
                          : word(entry.change.reason, shell.language(), *workspace.catalog());
    if (!byHand && !text.who.isEmpty())
        details += (details.isEmpty() ? QString() : u"\n"_s) + text.who;
    return makeLineRow({entry.change.at, text.what, details, byHand ? u"pencil"_s : u"file"_s,
                        byHand ? text.who : text.source},
                       shell, parent);
}

QWidget *makeEventRow(const DealEvent &event, ShellServices &shell, QWidget *parent) {
    const EntityDesc &touchpoints = *shell.workspace().catalog()->entity(u"touchpoint");
    QString what = event.title;
    QString details = event.text == event.title ? QString() : event.text;
    QString source;
    switch (event.kind) {
    case DealEvent::Kind::Touchpoint: {
        const FieldDesc &kind = touchpoints.field(touchpoints.byName(u"kind"));
        const auto found =
            std::find_if(kind.choices.begin(), kind.choices.end(),
                         [&](const Choice &choice) { return choice.key == event.choice; });
        source = found == kind.choices.end() ? event.choice : found->label.in(shell.language());
        break;
    }
    case DealEvent::Kind::Note:
        source = TimelineRows::tr("Note");
        break;
    case DealEvent::Kind::DoneTask:
        source = TimelineRows::tr("Done");
        break;
    }
    if (what.isEmpty())
        what = std::exchange(details, QString());
    if (what.isEmpty())
        what = source;
    if (!event.who.isEmpty())
        details += (details.isEmpty() ? QString() : u"\n"_s) + event.who;
    return makeLineRow({event.at, what, details, iconOf(event), source}, shell, parent);
}

TimelineRows::TimelineRows(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_head(makeText("strong", {}, this)),
      m_more(new QToolButton(this)),
      m_rows(new QVBoxLayout) {
    m_more->setObjectName(u"moreHistory"_s);
    m_more->setProperty("kind", u"disclosure"_s);
    m_rows->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
    layout->addWidget(m_more);
    connect(m_more, &QToolButton::clicked, this, &TimelineRows::moreAsked);
    retranslate();
}

void TimelineRows::retranslate() {
    m_head->setText(tr("Recent"));
    m_more->setText(tr("Show earlier"));
}

void TimelineRows::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelineRows::show(const PanelData &panel, int most) {
    clearLayout(*m_rows);
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    const std::vector<TimelineItem> items = timelineOf(panel);
    for (size_t i = 0; i < std::min(items.size(), size_t(most)); ++i) {
        const TimelineItem &item = items[i];
        m_rows->addWidget(item.change ? makeChangeRow(*item.change, entity, m_shell, this)
                                      : makeEventRow(*item.event, m_shell, this));
    }
    m_more->setVisible(panel.hasOlder || items.size() > size_t(most));
}

} // namespace dw::ui
