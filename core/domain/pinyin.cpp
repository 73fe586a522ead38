// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/pinyin.h"

#include "core/domain/pinyin_table.h"

#include <QHash>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cstring>
#include <list>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostWays = 8;
constexpr char16_t firstCharacter = 0x4E00;
constexpr char16_t lastCharacter = 0x9FFF;

/// Characters and their readings, the likeliest first. ICU knows one of each alone.
constexpr auto heteronyms =
    "阿a,e 柏bai,bo 蚌beng,bang 伯bo,bai 薄bo,bao 泊bo,po 参can,shen,cen "
    "藏zang,cang 差cha,chai 车che,ju 朝chao,zhao 称cheng,chen 盛sheng,cheng "
    "晟sheng,cheng 传chuan,zhuan 大da,dai 单dan,shan 弹tan,dan 地di,de "
    "得de,dei 的de,di 调diao,tiao 都du,dou 恶e,wu 佛fo,fu 否fou,pi 盖gai,ge "
    "行hang,xing 还huan,hai 和he,huo 会hui,kuai 贾jia,gu 降jiang,xiang "
    "角jiao,jue 觉jue,jiao 校xiao,jiao 劲jin,jing 隽jun,juan 筠yun,jun "
    "卡ka,qia 乐le,yue 丽li 六liu,lu 露lu,lou 落luo,la 率lv,shuai 没mei,mo "
    "模mo,mu 娜na,nuo 南nan,na 弄nong,long 番pan,fan 屏ping,bing 朴pu,piao "
    "栖qi,xi 犍jian,qian 茜qian,xi 茄qie,jia 亲qin,qing 色se,shai 厦sha,xia "
    "什shi,shen 省sheng,xing 识shi,zhi 属shu,zhu 似si,shi 宿su,xiu 提ti,di "
    "拓tuo,ta 尾wei,yi 尉wei,yu 系xi,ji 巷xiang,hang 削xiao,xue 血xue,xie "
    "吁xu,yu 畜xu,chu 荥xing,ying 咽yan,ye 钥yao,yue 叶ye,xie 员yuan,yun "
    "曾ceng,zeng 粘zhan,nian 长chang,zhang 着zhe,zhao,zhuo 重zhong,chong "
    "种zhong,chong 仔zi,zai 黄huang 陂pi,bei 铅qian,yan 翟zhai,di 区qu,ou "
    "解jie,xie 查cha,zha 仇chou,qiu 缪miao,miu,mou 台tai,yi 万wan,mo";

/// Surnames, of one character and of two, as people of that name read them: a reading for each
/// character.
constexpr auto surnames =
    "曾zeng 单shan 仇qiu 解xie 查zha 区ou 朴piao 盖ge 任ren 乐yue 缪miao "
    "翟zhai 柏bai 种chong 繁po 召shao 郗xi 应ying 过guo 覃qin 折she 黑he "
    "员yun 秘bi 逄pang 洗xian 晟cheng 宁ning 那na 纪ji 隗wei 句gou 尉wei "
    "祭zhai 谌chen 阚kan 訾zi 盛sheng 占zhan 佴nai 乜nie 莘shen 斗dou "
    "钭tou 宿su 撖han 薄bo 粘nian 么yao 不fou 都du 贲ben 谷gu 台tai 从cong "
    "车che 石shi 牟mu 臧zang 藏zang 宓mi 叶ye 华hua 燕yan 葛ge 沈shen 贾jia "
    "行xing 重chong 长zhang 尉迟yu,chi 万俟mo,qi 澹台tan,tai 长孙zhang,sun "
    "令狐ling,hu 单于chan,yu 宇文yu,wen 夏侯xia,hou 皇甫huang,fu 呼延hu,yan "
    "鲜于xian,yu 闾丘lv,qiu 司马si,ma 上官shang,guan 欧阳ou,yang 诸葛zhu,ge "
    "东方dong,fang 公孙gong,sun 慕容mu,rong 司徒si,tu 百里bai,li 南宫nan,gong";

using Syllable = QLatin1StringView;
using Options = std::vector<Syllable>;

class Readings {
public:
    Readings() {
        takeTable();
        for (const QString &entry : QString::fromUtf8(heteronyms).split(u' '))
            m_heteronyms.insert(entry.front(), syllables(entry.mid(1)));
        for (const QString &entry : QString::fromUtf8(surnames).split(u' ')) {
            const auto letter =
                std::find_if(entry.begin(), entry.end(), [](QChar c) { return c.unicode() < 128; });
            const auto length = letter - entry.begin();
            m_surnames.insert(entry.left(length), syllables(entry.mid(length)));
        }
    }

    /// The readings of each character of the run, the likeliest first.
    [[nodiscard]] std::vector<Options> of(QStringView run, PinyinPlace place) const {
        std::vector<Options> all;
        for (qsizetype i = 0; i < run.size(); ++i) {
            all.push_back(optionsOf(run[i]));
            if (run[i].isHighSurrogate())
                ++i;
        }
        if (place == PinyinPlace::SurnameFirst)
            putSurname(run, all);
        for (Options &options : all)
            addPlainU(options);
        return all;
    }

private:
    void takeTable() {
        const char *at = pinyinSyllables;
        while (const char *end = std::strchr(at, ' ')) {
            m_syllables.emplace_back(at, end - at);
            at = end + 1;
        }
    }
    [[nodiscard]] static size_t digit(char c) {
        if (c >= 'A' && c <= 'Z')
            return size_t(c - 'A');
        if (c >= 'a' && c <= 'z')
            return size_t(c - 'a') + 26;
        if (c >= '0' && c <= '9')
            return size_t(c - '0') + 52;
        return c == '+' ? 62 : 63;
    }
    /// The texts as they lie in the table, or kept here.
    Options syllables(const QString &list) {
        Options options;
        for (const QString &one : list.split(u','))
            options.push_back(kept(one.toLatin1()));
        return options;
    }
    Syllable kept(const QByteArray &text) {
        const auto known = std::find(m_syllables.begin(), m_syllables.end(), Syllable(text));
        if (known != m_syllables.end())
            return *known;
        m_kept.push_back(text);
        m_syllables.emplace_back(m_kept.back());
        return m_syllables.back();
    }
    [[nodiscard]] Options optionsOf(QChar c) const {
        if (const auto several = m_heteronyms.constFind(c); several != m_heteronyms.constEnd())
            return *several;
        if (c < firstCharacter || c > lastCharacter)
            return {};
        const char *reading = pinyinReadings + 2 * (c.unicode() - firstCharacter);
        if (reading[0] == '-')
            return {};
        return {m_syllables[digit(reading[0]) * 64 + digit(reading[1])]};
    }
    void putSurname(QStringView run, std::vector<Options> &all) const {
        for (const qsizetype length : {2, 1}) {
            if (run.size() < length)
                continue;
            const auto surname = m_surnames.constFind(run.left(length).toString());
            if (surname == m_surnames.constEnd())
                continue;
            for (size_t i = 0; i < surname->size(); ++i) {
                std::erase(all[i], (*surname)[i]);
                all[i].insert(all[i].begin(), (*surname)[i]);
            }
            return;
        }
    }
    /// Who has no ü types v or u.
    static void addPlainU(Options &options) {
        static constexpr std::array plain{std::pair{"lv"_L1, "lu"_L1}, std::pair{"nv"_L1, "nu"_L1},
                                          std::pair{"lve"_L1, "lue"_L1},
                                          std::pair{"nve"_L1, "nue"_L1}};
        for (const auto &[withV, withU] : plain) {
            const bool has = std::find(options.begin(), options.end(), withV) != options.end();
            if (has && std::find(options.begin(), options.end(), withU) == options.end())
                options.push_back(withU);
        }
    }

    std::vector<Syllable> m_syllables;
    std::list<QByteArray> m_kept;
    QHash<QChar, Options> m_heteronyms;
    QHash<QString, Options> m_surnames;
};

const Readings &readings() {
    static const Readings shared;
    return shared;
}

size_t waysThrough(const std::vector<Options> &all) {
    size_t ways = 1;
    for (const Options &options : all) {
        ways *= std::max<size_t>(options.size(), 1);
        if (ways > mostWays)
            break;
    }
    return ways;
}

/// With the options of the numbers that `choice` gives.
template <typename Choice> Syllables way(const std::vector<Options> &all, Choice choice) {
    Syllables syllables;
    syllables.reserve(all.size());
    for (size_t i = 0; i < all.size(); ++i)
        syllables.push_back(all[i].empty() ? Syllable() : all[i][choice(i)]);
    return syllables;
}

} // namespace

std::vector<Syllables> pinyinOf(QStringView run, PinyinPlace place) {
    const std::vector<Options> all = readings().of(run, place);
    if (std::all_of(all.begin(), all.end(), [](const Options &o) { return o.empty(); }))
        return {};
    std::vector<Syllables> ways;
    if (const size_t count = waysThrough(all); count <= mostWays) {
        for (size_t number = 0; number < count; ++number) {
            size_t left = number;
            ways.push_back(way(all, [&](size_t i) {
                const size_t chosen = left % all[i].size();
                left /= all[i].size();
                return chosen;
            }));
        }
        return ways;
    }
    // Too many: the likeliest, and those that leave it in one place.
    ways.push_back(way(all, [](size_t) { return size_t(0); }));
    for (size_t at = 0; at < all.size(); ++at) {
        for (size_t other = 1; other < all[at].size() && ways.size() < mostWays; ++other)
            ways.push_back(way(all, [&](size_t i) { return i == at ? other : size_t(0); }));
    }
    return ways;
}

} // namespace dw
