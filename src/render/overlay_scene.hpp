// Turns a laid-out scene into quads: routes, labels, stops, markers, clusters, own position, pin, attribution.
#pragma once

#include <span>

#include "render/overlay_batch.hpp"
#include "render/plane.hpp"
#include "render/scene_layout.hpp"

namespace stoepkrijt::render {

void draw_overlay(OverlayBatch& batch, const MapScene& scene, const Plane& plane, const SceneLayout& layout,
                  std::span<const LabelSource> sources);

/// How the text of a label is set; the halo and ink follow the theme.
[[nodiscard]] TextLook label_text(LabelKind kind, const MapScene& scene);

}  // namespace stoepkrijt::render
