// Precompiled once per build: the standard headers that most files include anyway. Nothing of ours is here, so that a
// change of ours never compiles everything again. Every file still includes what it uses: the sanitizer build has no
// precompiled headers and fails when one does not.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
