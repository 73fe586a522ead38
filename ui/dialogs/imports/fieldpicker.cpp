// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/fieldpicker.h"

#include "core/domain/text.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 340, usualHeight = 380, gap = 4;
constexpr int optionRole = Qt::UserRole;

bool isSame(const MappedColumn &a, const MappedColumn &b) {
    const auto typeOf = [](const MappedColumn &c) {
        return c.newField ? std::optional(c.newField->type) : std::nullopt;
    };
    return a.use == b.use && (a.use == ColumnUse::None || a.field == b.field)
           && typeOf(a) == typeOf(b);
}

} // namespace

FieldPicker::FieldPicker(std::vector<FieldOption> options, const MappedColumn &now,
                         const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_options(std::move(options)),
      m_now(now),
      m_theme(theme),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
    setObjectName(u"fieldPicker"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("kind", u"popup"_s);
    m_search->addAction(theme.icon(u"search"_s, &Tokens::glyph), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(tr("Search fields"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    m_list->setProperty("kind", u"fields"_s);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setIconSize({14, 14});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &FieldPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, &FieldPicker::take);
    resize(usualWidth, usualHeight);
    filter();
}

void FieldPicker::openUnder(const QRect &cell) {
    const QRect room = screen()->availableGeometry();
    QPoint at(cell.left(), cell.bottom() + gap);
    if (at.y() + height() > room.bottom())
        at.setY(std::max(room.top(), cell.top() - gap - height()));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(at);
    show();
    m_search->setFocus();
}

void FieldPicker::addHeading(const QString &text) {
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::NoItemFlags);
    item->setSizeHint({0, metric::rowCompact});
    item->setFont(m_theme.font(metric::caption, 600));
    item->setForeground(m_theme.tokens().faint);
}

void FieldPicker::addItem(size_t option, bool marked) {
    const FieldOption &one = m_options[option];
    const QString text = one.hint.isEmpty() ? one.label : one.label + u"  ·  "_s + one.hint;
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(optionRole, int(option));
    item->setSizeHint({0, metric::rowCompact});
    item->setToolTip(text.toHtmlEscaped());
    if (marked)
        item->setIcon(m_theme.icon(u"check"_s, &Tokens::accent));
    else if (one.as.newField)
        item->setIcon(m_theme.icon(u"plus"_s, &Tokens::glyph));
}

/// The headings stay only where everything is shown.
void FieldPicker::filter() {
    const QString wanted = fold(m_search->text());
    m_list->clear();
    QListWidgetItem *chosen = nullptr;
    for (size_t i = 0; i < m_options.size(); ++i) {
        const FieldOption &option = m_options[i];
        const bool fits =
            fold(option.label).contains(wanted) || fold(option.as.field).contains(wanted);
        if (!wanted.isEmpty() && !fits)
            continue;
        if (wanted.isEmpty() && !option.heading.isEmpty())
            addHeading(option.heading);
        const bool now = isSame(option.as, m_now);
        addItem(i, now);
        if (now || (!chosen && !wanted.isEmpty()))
            chosen = m_list->item(m_list->count() - 1);
    }
    if (m_list->count() == 0)
        addHeading(tr("No field is called so"));
    m_list->setCurrentItem(chosen);
    if (chosen)
        m_list->scrollToItem(chosen);
}

void FieldPicker::step(int rows) {
    int row = m_list->currentRow();
    do
        row += rows;
    while (row >= 0 && row < m_list->count()
           && !(m_list->item(row)->flags() & Qt::ItemIsSelectable));
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

void FieldPicker::take(const QListWidgetItem *item) {
    if (!item || !(item->flags() & Qt::ItemIsSelectable))
        return;
    const MappedColumn as = m_options[size_t(item->data(optionRole).toInt())].as;
    close();
    emit picked(as);
}

bool FieldPicker::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentItem());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace dw::ui
