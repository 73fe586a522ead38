// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/portal.h"

#ifdef DW_DBUS
#    include <QDBusConnection>
#    include <QDBusMessage>
#    include <QDBusPendingCallWatcher>
#    include <QDBusPendingReply>
#    include <QDBusVariant>
#endif

namespace dw::ui {
using namespace Qt::StringLiterals;

#ifdef DW_DBUS

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto space = "org.freedesktop.appearance"_L1;
constexpr auto key = "color-scheme"_L1;
constexpr uint prefersDark = 1;

} // namespace

class PortalWatch final : public QObject {
    Q_OBJECT
public:
    PortalWatch(QObject *parent, std::function<void(Scheme)> tell);

private slots:
    void takeChange(const QString &inSpace, const QString &ofKey, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    std::function<void(Scheme)> m_tell;
};

PortalWatch::PortalWatch(QObject *parent, std::function<void(Scheme)> tell)
    : QObject(parent),
      m_tell(std::move(tell)) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(takeChange(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << QString(space) << QString(key);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        // Read wraps its answer in a variant once more.
        if (reply.isValid())
            take(reply.value().variant().value<QDBusVariant>().variant());
    });
}

void PortalWatch::takeChange(const QString &inSpace, const QString &ofKey,
                             const QDBusVariant &value) {
    if (inSpace == space && ofKey == key)
        take(value.variant());
}

void PortalWatch::take(const QVariant &value) {
    bool ok = false;
    const uint preference = value.toUInt(&ok);
    if (ok)
        m_tell(preference == prefersDark ? Scheme::Dark : Scheme::Light);
}

void watchPortal(QObject *parent, std::function<void(Scheme)> tell) {
    // Without an address D-Bus would start a bus of its own.
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        new PortalWatch(parent, std::move(tell));
}

#else

void watchPortal(QObject *, std::function<void(Scheme)>) {}

#endif

} // namespace dw::ui

#ifdef DW_DBUS
#    include "portal.moc"
#endif
