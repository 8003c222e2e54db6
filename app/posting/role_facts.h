// SPDX-License-Identifier: GPL-3.0-or-later
// Title, summary, organisation and place of a role.
#pragma once

#include "app/posting/front_matter.h"
#include "app/posting/text_units.h"

namespace rolecall::app {

/// The role's own title, without "Job title:" before it; empty where the file gives none. Other names that disagree with it are added to others.
QString readTitle(const QList<Block> &blocks, const QList<FrontMatterField> &fields, QStringList &others);

/// A heading's text as a title: labels such as "Vacancy:" and the site's name behind a bar removed.
QString cleanTitle(const QString &text);

std::optional<QString> readLocation(const QList<TextUnit> &units, const QList<FrontMatterField> &fields);
QString readOrganisation(const QList<TextUnit> &units, const QList<FrontMatterField> &fields);
/// The first paragraph that says what the role is.
QString readSummary(const QList<Block> &blocks);

/// The role that a sentence seeks somebody for: "Baker" of "We are looking for a Baker"; empty where it seeks none.
QString roleSoughtIn(const QString &sentence);

} // namespace rolecall::app
