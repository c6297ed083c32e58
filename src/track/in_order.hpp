// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace flightxref::detail {

/// How many threads a job of that many pieces is worth; `wanted` 0: as many as the machine has cores.
inline unsigned thread_count(unsigned wanted, std::size_t pieces) {
    if (wanted == 0) wanted = std::max(1u, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::min<std::size_t>(wanted, pieces / 2));
}

/// Does `work(i)` for every i below `count`, on `threads` threads when there are two or more, and hands the results to
/// `take(i, result)` on the calling thread in the order of i. No thread runs ahead by more than a few results, so what waits is
/// bounded. `work` must not throw; what `take` throws ends the job and passes on.
template <class Work, class Take>
void in_order(std::size_t count, unsigned threads, Work&& work, Take&& take) {
    if (threads < 2) {
        for (std::size_t i = 0; i < count; ++i) take(i, work(i));
        return;
    }
    using Result = decltype(work(std::size_t{}));
    const std::size_t window = 4 * std::size_t{threads};
    std::vector<std::optional<Result>> slots(window);
    std::mutex mutex;
    std::condition_variable ready, room;
    std::size_t started = 0, taken = 0;
    bool stop = false;
    const auto run = [&] {
        std::unique_lock lock(mutex);
        for (;;) {
            room.wait(lock, [&] { return stop || started == count || started < taken + window; });
            if (stop || started == count) return;
            const std::size_t mine = started++;
            lock.unlock();
            Result result = work(mine);
            lock.lock();
            slots[mine % window] = std::move(result);
            if (mine == taken) ready.notify_one();
        }
    };
    struct Crew {
        std::vector<std::thread> threads;
        std::mutex& mutex;
        std::condition_variable& room;
        bool& stop;
        ~Crew() {
            {
                const std::lock_guard lock(mutex);
                stop = true;
            }
            room.notify_all();
            for (std::thread& thread : threads) thread.join();
        }
    } crew{{}, mutex, room, stop};
    for (unsigned i = 0; i < threads; ++i) crew.threads.emplace_back(run);
    for (std::size_t i = 0; i < count; ++i) {
        std::unique_lock lock(mutex);
        auto& slot = slots[i % window];
        ready.wait(lock, [&] { return slot.has_value(); });
        Result result = std::move(*slot);
        slot.reset();
        ++taken;
        lock.unlock();
        room.notify_one();
        take(i, std::move(result));
    }
}

}  // namespace flightxref::detail
