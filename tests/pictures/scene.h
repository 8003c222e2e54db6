// SPDX-License-Identifier: GPL-3.0-or-later
// A scene is a name and how to build what is pictured. Each file of scenes has one function that adds its own.
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace rolecall::pictures {

struct Scene
{
    QString name;
    std::function<QWidget *()> build;       ///< called after the scheme is set; the program owns what it returns
    std::function<void(QWidget *)> prepare = {}; ///< may be empty: after it is shown, such as opening an overlay
    ui::TextScale scale = ui::TextScale::Normal;
};

void addGalleryScenes(QList<Scene> &scenes);
void addFrameScenes(QList<Scene> &scenes);
void addProgramScenes(QList<Scene> &scenes, ui::Theme &theme);
void addApplicationScenes(QList<Scene> &scenes, ui::Theme &theme);
void addBoardScenes(QList<Scene> &scenes, ui::Theme &theme);
void addReviewScenes(QList<Scene> &scenes, ui::Theme &theme);
void addListScenes(QList<Scene> &scenes, ui::Theme &theme);
void addPeopleScenes(QList<Scene> &scenes, ui::Theme &theme);
void addScheduleScenes(QList<Scene> &scenes, ui::Theme &theme);

} // namespace rolecall::pictures
