// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/importpicture.h"

#include <QFile>
#include <QPushButton>

namespace dw::desktop {
using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(1240, 780);

const char16_t *const chineseRows =
    u"商机名称,客户名称,商机阶段,金额（万元）,预计成交日期,负责人,来源,设备台数,打印标记,创建时间,"
    u"商机编号,赢率\n"
    u"冷链监控平台,张家港恒瑞精密,需求确认,120,2026/3/31,李婉清,展会,126,Y,2025/12/1 "
    u"10:11,SJ-00118,50%\n"
    u"MES 二期,苏州同创汽配,需求确认,80.5,2026/4/18,陈屿,官网,48,N,2025/12/2 11:20,SJ-00119,30%\n"
    u"仓储改造,无锡惠山医药,需求确认,八十万,2026/5/20,李婉清,转介绍,305,N,2025/12/3 "
    u"09:05,SJ-00123,70%\n"
    u"视觉检测,常州中联热电,需求确认,64,2026/6/12,陈屿,展会,12,N,2025/12/8 15:40,SJ-00131,40%\n";
const char16_t *const englishRows =
    u"Opportunity Name,Account Name,Stage,Amount (USD),Close Date,Opportunity Owner,Lead "
    u"Source,Booth,Printed,Created Date,Opportunity ID,Probability (%)\n"
    u"Cold chain platform,Northwind Traders,Qualification,\"120,000\",2026-03-31,Ann Lee,Trade "
    u"fair,B-12,Y,2025-12-01 10:11,0065g00A1,50\n"
    u"MES phase two,Contoso,Qualification,\"80,500\",2026-04-18,Bo Berg,Web,A-3,N,2025-12-02 "
    u"11:20,0065g00A2,30\n"
    u"Warehouse,Fabrikam,Qualification,on request,2026-05-20,Ann Lee,Referral,C-1,N,2025-12-03 "
    u"09:05,0065g00A3,70\n"
    u"Machine vision,Adventure Works,Qualification,\"64,000\",2026-06-12,Bo Berg,Trade "
    u"fair,B-2,N,2025-12-08 15:40,0065g00A4,40\n";

} // namespace

ImportPicture::ImportPicture(ui::ShellServices &shell, QWidget *window)
    : m_dialog(new ui::ImportDialog(shell, window)),
      m_mayTry(shell.workspace().mode() == Workspace::Mode::Write) {
    const bool chinese = shell.language() == Language::Chinese;
    QFile file(m_folder.filePath(chinese ? u"商机导出.csv"_s : u"opportunities.csv"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(QString::fromUtf16(chinese ? chineseRows : englishRows).toUtf8());
    file.close();
    m_dialog->setAttribute(Qt::WA_DontShowOnScreen);
    m_dialog->resize(usualSize);
    m_dialog->open();
    m_dialog->addFiles({file.fileName()});
}

ImportPicture::~ImportPicture() { delete m_dialog; }

bool ImportPicture::isReady() {
    if (!m_dialog->isSettled())
        return false;
    auto *confirm = m_dialog->findChild<QPushButton *>(u"confirm"_s);
    if (!m_mayTry || !confirm->isEnabled())
        return true;
    m_mayTry = false;
    confirm->click();
    return false;
}

QPixmap ImportPicture::grab() { return m_dialog->grab(); }

} // namespace dw::desktop
