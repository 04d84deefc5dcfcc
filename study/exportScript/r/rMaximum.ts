/**
 * The maximum of a likelihood that is written out by units (rows or groups), with numerical derivatives: steps with the
 * scores' outer product, then Newton's.
 */
export const MAXIMUM_OF_UNITS = `maximum_of <- function(units, point) {
  total <- function(p) sum(units(p))
  at <- function(p, h) function(j, times) units(replace(p, j, p[j] + times * h[j]))
  scores <- function(p, h) sapply(seq_along(p), function(j) {
    moved <- at(p, h)
    (8 * (moved(j, 1) - moved(j, -1)) - (moved(j, 2) - moved(j, -2))) / (12 * h[j])
  })
  second <- function(p, h) {
    n <- length(p)
    f <- function(i, j, s, t) { q <- p; q[i] <- q[i] + s * h[i]; q[j] <- q[j] + t * h[j]; total(q) }
    once <- function(i, j, m) (f(i, j, m, m) - f(i, j, m, -m) - f(i, j, -m, m) + f(i, j, -m, -m)) / (4 * m^2 * h[i] * h[j])
    H <- matrix(0, n, n)
    for (i in 1:n) for (j in 1:i) H[i, j] <- H[j, i] <- (4 * once(i, j, 1) - once(i, j, 2)) / 3
    H
  }
  h <- 1e-4 * pmax(abs(point), 0.1)
  for (step in 1:200) {
    S <- scores(point, h)
    V <- solve(crossprod(S))
    change <- drop(V %*% colSums(S))
    before <- total(point)
    while (!isTRUE(total(point + change) >= before)) {
      change <- change / 2
      if (max(abs(change) / sqrt(diag(V))) < 1e-6) break
    }
    point <- point + change
    h <- 1e-2 * sqrt(diag(V))
    if (max(abs(change) / sqrt(diag(V))) < 0.02) break
  }
  V <- solve(-second(point, h))
  for (step in 1:30) {
    change <- drop(V %*% colSums(scores(point, h)))
    point <- point + change
    if (max(abs(change) / sqrt(diag(V))) < 1e-8) break
  }
  h <- 1e-2 * sqrt(diag(V))
  # The Hessian once more, from differences of the gradient.
  finish <- function() {
    gradient <- function(p) colSums(scores(p, h))
    H <- sapply(seq_along(point), function(j) {
      moved <- function(times) gradient(replace(point, j, point[j] + times * h[j] / 2))
      (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (6 * h[j])
    })
    list(point = point, value = total(point), bread = solve(-(H + t(H)) / 2), scores = scores(point, h))
  }
  list(value = total(point), proper = all(diag(V) > 0), finish = finish)
}`;
