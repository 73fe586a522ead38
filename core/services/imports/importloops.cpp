// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importloops.h"

#include "core/domain/text.h"

#include <QHash>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Targets = QHash<QString, std::vector<size_t>>; ///< Rows by what they are called, folded.

/// The rows of a link that could not be followed; none where the reason is another.
std::vector<size_t> targetsOf(const Message &reason, const Targets &byTitle) {
    return reason.id == "link.unknown"_L1 ? byTitle.value(fold(reason.args.value(u"value"_s)))
                                          : std::vector<size_t>();
}

struct Node {
    std::vector<size_t> to, from;
    size_t out = 0, in = 0; ///< Links that are left.
    bool inCircle = true;
};

/// Takes away, until nothing changes, what points at no row that is left or that none points at.
void leaveCircles(std::vector<Node> &nodes) {
    std::vector<size_t> ends;
    const auto take = [&](size_t i) {
        if (nodes[i].inCircle && (nodes[i].out == 0 || nodes[i].in == 0)) {
            nodes[i].inCircle = false;
            ends.push_back(i);
        }
    };
    for (size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].out = nodes[i].to.size();
        nodes[i].in = nodes[i].from.size();
    }
    for (size_t i = 0; i < nodes.size(); ++i)
        take(i);
    while (!ends.empty()) {
        const size_t end = ends.back();
        ends.pop_back();
        for (const size_t i : nodes[end].from) {
            --nodes[i].out;
            take(i);
        }
        for (const size_t i : nodes[end].to) {
            --nodes[i].in;
            take(i);
        }
    }
}

} // namespace

void tellWhyTheyWait(std::vector<WaitingRow> &rows) {
    Targets byTitle;
    for (size_t i = 0; i < rows.size(); ++i)
        byTitle[fold(rows[i].title)].push_back(i);
    std::vector<Node> nodes(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        for (const Message &reason : rows[i].reasons) {
            for (const size_t target : targetsOf(reason, byTitle)) {
                nodes[i].to.push_back(target);
                nodes[target].from.push_back(i);
            }
        }
    }
    leaveCircles(nodes);
    for (size_t i = 0; i < rows.size(); ++i) {
        for (Message &reason : rows[i].reasons) {
            const auto targets = targetsOf(reason, byTitle);
            if (targets.empty())
                continue;
            const bool circle = nodes[i].inCircle
                                && std::any_of(targets.begin(), targets.end(),
                                               [&](size_t t) { return nodes[t].inCircle; });
            reason.id = circle ? u"import.loop"_s : u"import.target_rejected"_s;
        }
    }
}

} // namespace dw
