// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demo/demovocabulary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Reads members of one file and remembers the first that is not what it must be.
class MemberReader {
public:
    explicit MemberReader(const QString &name) : m_file(u":/demo/%1.json"_s.arg(name)) {
        QFile file(m_file);
        if (file.open(QIODevice::ReadOnly))
            m_root = QJsonDocument::fromJson(file.readAll()).object();
        if (m_root.isEmpty())
            miss(u"{}"_s);
    }

    [[nodiscard]] const QJsonObject &root() const { return m_root; }
    QString text(const QJsonObject &o, const QString &key) {
        const QString text = o.value(key).toString();
        if (text.isEmpty())
            miss(key);
        return text;
    }
    QString text(const QString &key) { return text(m_root, key); }
    double number(const QJsonObject &o, const QString &key) {
        if (!o.value(key).isDouble())
            miss(key);
        return o.value(key).toDouble();
    }
    QStringList texts(const QJsonObject &o, const QString &key) {
        QStringList texts;
        const QJsonArray array = o.value(key).toArray();
        for (const auto &value : array)
            texts << value.toString();
        if (texts.isEmpty() || texts.contains(QString()))
            miss(key);
        return texts;
    }
    QStringList texts(const QString &key) { return texts(m_root, key); }
    QJsonObject object(const QString &key) {
        const QJsonObject object = m_root.value(key).toObject();
        if (object.isEmpty())
            miss(key);
        return object;
    }
    /// One T for each object of the array.
    template <typename T, typename Read>
    std::vector<T> each(const QJsonObject &o, const QString &key, Read read) {
        std::vector<T> values;
        const QJsonArray array = o.value(key).toArray();
        values.reserve(size_t(array.size()));
        for (const auto &value : array)
            values.push_back(read(value.toObject()));
        if (values.empty())
            miss(key);
        return values;
    }
    QHash<QString, QStringList> textsByKey(const QString &key) {
        QHash<QString, QStringList> lists;
        const QJsonObject o = object(key);
        for (const QString &name : o.keys())
            lists.insert(name, texts(o, name));
        return lists;
    }
    QHash<QString, QString> textByKey(const QString &key) {
        QHash<QString, QString> all;
        const QJsonObject o = object(key);
        for (const QString &name : o.keys())
            all.insert(name, text(o, name));
        return all;
    }
    [[nodiscard]] Result<void> result() const {
        if (m_missing.isEmpty())
            return {};
        return makeError(ErrorKind::Damaged, u"demo.vocabulary"_s,
                         {{u"file"_s, m_file}, {u"member"_s, m_missing}});
    }

private:
    void miss(const QString &member) {
        if (m_missing.isEmpty())
            m_missing = member;
    }

    QString m_file;
    QJsonObject m_root;
    QString m_missing;
};

void readNames(MemberReader &in, DemoVocabulary &v) {
    v.personName = in.text(u"person_name"_s);
    v.surnames = in.texts(u"surnames"_s);
    v.given = in.texts(u"given"_s);
    const QJsonObject stems = in.object(u"stems"_s);
    v.stemFirst = in.texts(stems, u"first"_s);
    v.stemSecond = in.texts(stems, u"second"_s);
    v.sectors = in.each<DemoVocabulary::Sector>(in.root(), u"sectors"_s, [&](const auto &o) {
        return DemoVocabulary::Sector{in.text(o, u"key"_s), in.text(o, u"label"_s),
                                      in.texts(o, u"parts"_s)};
    });
    v.accountName = in.text(u"account_name"_s);
    v.shortName = in.text(u"short_name"_s);
    v.groupName = in.text(u"group_name"_s);
    v.childName = in.text(u"child_name"_s);
    v.duplicateNames = in.texts(u"duplicate_names"_s);
    v.partnerName = in.text(u"partner_name"_s);
    v.partnerWords = in.texts(u"partner_words"_s);
    v.competitors = in.texts(u"competitors"_s);
}

void readPlaces(MemberReader &in, DemoVocabulary &v) {
    using City = DemoVocabulary::City;
    using Province = DemoVocabulary::Province;
    v.country = in.text(u"country"_s);
    v.streets = in.texts(u"streets"_s);
    v.street = in.text(u"street"_s);
    v.mobiles = in.texts(u"mobile"_s);
    v.landlines = in.texts(u"landline"_s);
    const auto city = [&](const QJsonObject &o) {
        return City{in.text(o, u"name"_s), in.text(o, u"area"_s), in.text(o, u"postal"_s),
                    in.text(o, u"typo"_s)};
    };
    const auto province = [&](const QJsonObject &o) {
        return Province{in.text(o, u"name"_s), in.each<City>(o, u"cities"_s, city)};
    };
    v.territories =
        in.each<DemoVocabulary::Territory>(in.root(), u"territories"_s, [&](const auto &o) {
            return DemoVocabulary::Territory{in.text(o, u"name"_s), in.number(o, u"weight"_s),
                                             in.each<Province>(o, u"provinces"_s, province)};
        });
}

void readSales(MemberReader &in, DemoVocabulary &v) {
    v.products = in.each<DemoVocabulary::Product>(in.root(), u"products"_s, [&](const auto &o) {
        return DemoVocabulary::Product{in.text(o, u"name"_s), in.text(o, u"code"_s),
                                       in.text(o, u"series"_s), int(in.number(o, u"price"_s))};
    });
    v.pipelines = in.each<DemoVocabulary::Pipeline>(in.root(), u"pipelines"_s, [&](const auto &o) {
        const QStringList topics = in.texts(o, u"topics"_s);
        return DemoVocabulary::Pipeline{
            in.text(o, u"name"_s), in.texts(o, u"stages"_s), topics,
            o.contains(u"general_topics"_s) ? in.texts(o, u"general_topics"_s) : topics};
    });
    v.lossReasons =
        in.each<DemoVocabulary::LossReason>(in.root(), u"loss_reasons"_s, [&](const auto &o) {
            return DemoVocabulary::LossReason{in.text(o, u"key"_s), in.text(o, u"text"_s)};
        });
    v.source = in.text(u"source_text"_s);
    v.won = in.text(u"won"_s);
    v.lost = in.text(u"lost"_s);
    v.dealName = in.text(u"deal_name"_s);
    v.dealPartName = in.text(u"deal_part_name"_s);
    v.dealParts = in.texts(u"deal_parts"_s);
    v.sources = in.textByKey(u"sources"_s);
    v.campaigns = in.textsByKey(u"campaigns"_s);
    v.leadAnswer = in.text(u"lead_answer"_s);
    v.leadPayload = in.text(u"lead_payload"_s);
    v.paymentTerms = in.texts(u"payment_terms"_s);
    v.tags = in.texts(u"tags"_s);
}

void readWork(MemberReader &in, DemoVocabulary &v) {
    const QJsonObject teams = in.object(u"teams"_s);
    v.team = in.text(teams, u"team"_s);
    v.director = in.text(teams, u"director"_s);
    v.manager = in.text(teams, u"manager"_s);
    v.rep = in.text(teams, u"rep"_s);
    v.seniorRep = in.text(teams, u"senior"_s);
    v.titles = in.textsByKey(u"titles"_s);
    v.channels = in.textsByKey(u"channels"_s);
    v.touches = in.textsByKey(u"touches"_s);
    v.signs = in.textByKey(u"signals"_s);
    v.tasks = in.textsByKey(u"tasks"_s);
    v.notes = in.texts(u"notes"_s);
}

DemoVocabulary::Quiet quietOf(MemberReader &in, const QJsonObject &o) {
    DemoVocabulary::Quiet quiet;
    quiet.name = in.text(o, u"name"_s);
    quiet.factor = in.number(o, u"factor"_s);
    quiet.newYear = o.value(u"new_year"_s).toBool();
    if (quiet.newYear) {
        quiet.before = int(in.number(o, u"before"_s));
        quiet.after = int(in.number(o, u"after"_s));
        return quiet;
    }
    const QString from = in.text(o, u"from"_s);
    const QString to = in.text(o, u"to"_s);
    quiet.fromMonth = from.left(2).toInt();
    quiet.fromDay = from.mid(3).toInt();
    quiet.toMonth = to.left(2).toInt();
    quiet.toDay = to.mid(3).toInt();
    return quiet;
}

void readCommon(MemberReader &in, DemoVocabulary &v) {
    const QJsonObject years = in.object(u"new_year"_s);
    v.firstNewYear = int(in.number(years, u"first"_s));
    v.newYears = in.texts(years, u"days"_s);
    v.skills = in.each<DemoVocabulary::Skill>(in.root(), u"skills"_s, [&](const auto &o) {
        return DemoVocabulary::Skill{in.text(o, u"key"_s),
                                     {in.text(o, u"en"_s), in.text(o, u"zh"_s)}};
    });
}

} // namespace

Result<std::shared_ptr<const DemoVocabulary>> DemoVocabulary::load(Language language) {
    const auto vocabulary = std::make_shared<DemoVocabulary>();
    DemoVocabulary &v = *vocabulary;
    MemberReader common(u"common"_s);
    readCommon(common, v);
    MemberReader in(language == Language::Chinese ? u"zh"_s : u"en"_s);
    v.currency = in.text(u"currency"_s);
    v.zone = in.text(u"zone"_s);
    v.priceScale = in.number(in.root(), u"price_scale"_s);
    readNames(in, v);
    readPlaces(in, v);
    readSales(in, v);
    readWork(in, v);
    v.quiet =
        in.each<Quiet>(in.root(), u"quiet"_s, [&](const QJsonObject &o) { return quietOf(in, o); });
    for (const MemberReader *reader : {&common, &in}) {
        if (const auto read = reader->result(); !read)
            return read.error();
    }
    return std::shared_ptr<const DemoVocabulary>(vocabulary);
}

QDate DemoVocabulary::newYear(int year) const {
    const QString day = newYears.value(year - firstNewYear, u"02-05"_s);
    return {year, day.left(2).toInt(), day.mid(3).toInt()};
}

QString demoText(QString pattern, std::initializer_list<std::pair<QStringView, QString>> values) {
    for (const auto &[name, value] : values)
        pattern.replace(u'{' + name.toString() + u'}', value);
    return pattern;
}

} // namespace dw
