"""A two-way LSTM layer. Both directions run in one product a step, and the weight gradient is one product at the end,
which is several times as fast on a CPU as torch.nn.LSTM over packed sentences.

What a layer gives is rounded to 64ths, as the kernel keeps it (7 bits and a sign), so that the weights learn to live with it;
the gradient passes as if nothing had been rounded. With `reduced.on`, products take bfloat16 numbers, which processors with
units for them do several times as fast. Development scores are always computed without.
"""

import torch
import torch.nn as nn

LEVELS = 64.0


class reduced:
    """Whether products of matrices take bfloat16 numbers."""
    on = False


def number(x):
    return x.bfloat16() if reduced.on else x


class Product(torch.autograd.Function):
    """x: batches x n x k, weight: batches x k x m -> batches x n x m."""

    @staticmethod
    def forward(ctx, x, weight):
        x, weight = number(x), number(weight)
        ctx.save_for_backward(x, weight)
        return torch.bmm(x, weight).float()

    @staticmethod
    def backward(ctx, slope):
        x, weight = ctx.saved_tensors
        slope = slope.to(x.dtype)
        return torch.bmm(slope, weight.transpose(1, 2)).float(), torch.bmm(x.transpose(1, 2), slope).float()


class Linear(nn.Linear):
    """A dense layer whose product may be reduced."""

    def forward(self, x):
        y = Product.apply(x.reshape(1, -1, x.shape[-1]), self.weight.t()[None]).view(*x.shape[:-1], -1)
        return y if self.bias is None else y + self.bias


class Rows(torch.autograd.Function):
    """Rows in another order. `order` may name a row twice; `back` says for each row where it went, in as many lists."""

    @staticmethod
    def forward(ctx, x, order, back):
        ctx.back = back
        return x.index_select(0, order)

    @staticmethod
    def backward(ctx, slope):
        return sum(slope.index_select(0, part) for part in ctx.back), None, None


class Recurrence(torch.autograd.Function):
    """inputs 2 x T x B x 4h (gate order input, forget, output, candidate), weight 2 x h x 4h -> outputs 2 x T x B x h."""

    @staticmethod
    def forward(ctx, inputs, weight):
        _, steps, rows, width = inputs.shape
        h = width // 4
        cell = inputs.new_zeros(2, rows, h)
        outputs = inputs.new_zeros(2, steps + 1, rows, h)
        weight = number(weight)
        learning = ctx.needs_input_grad[1]
        if learning:
            # What the raw value of each gate is multiplied by in the gradient, apart from the gradient of cell or output;
            # the same for the cell from the output; and how much of the cell is kept.
            slopes = torch.empty_like(inputs)
            through, kept = inputs.new_empty(2, 2, steps, rows, h)
        for t in range(steps):
            raw = torch.bmm(outputs[:, t].to(weight.dtype), weight) + inputs[:, t]
            raw[..., 3 * h:].mul_(2)
            gate = raw.sigmoid_()
            i, f, o, g = (gate[..., k * h:(k + 1) * h] for k in range(4))
            if learning:
                slope = slopes[:, t]
                torch.addcmul(gate, gate, gate, value=-1, out=slope)
                slope[..., h:2 * h].mul_(cell)
                slope[..., 3 * h:].mul_(i).mul_(4)
                kept[:, t] = f
            g.mul_(2).sub_(1)
            cell = cell.mul(f).addcmul_(i, g)
            squashed = torch.tanh(cell)
            if learning:
                slope[..., :h].mul_(g)
                slope[..., 2 * h:3 * h].mul_(squashed)
                torch.addcmul(o, o, squashed * squashed, value=-1, out=through[:, t])
            outputs[:, t + 1] = squashed.mul_(o).mul_(LEVELS).round_().clamp_(1 - LEVELS, LEVELS - 1).mul_(1 / LEVELS)
        if learning:
            ctx.save_for_backward(slopes, through, kept, outputs, weight)
        return outputs[:, 1:]

    @staticmethod
    def backward(ctx, d_outputs):
        slopes, through, kept, outputs, weight = ctx.saved_tensors
        _, steps, rows, width = slopes.shape
        h = width // 4
        back = weight.transpose(1, 2)
        d_out = torch.zeros_like(outputs[:, 0])
        d_cell = torch.zeros_like(d_out)
        reduced_slopes = torch.empty(slopes.shape, dtype=weight.dtype)
        for t in range(steps - 1, -1, -1):
            d_out = d_outputs[:, t] + d_out
            d_cell.addcmul_(d_out, through[:, t])
            part = slopes[:, t]
            part.view(2, rows, 4, h)[:, :, :2].mul_(d_cell[:, :, None])
            part[..., 2 * h:3 * h].mul_(d_out)
            part[..., 3 * h:].mul_(d_cell)
            reduced_slopes[:, t] = part
            d_out = torch.bmm(reduced_slopes[:, t], back)
            d_cell.mul_(kept[:, t])
        before = outputs[:, :-1].reshape(2, steps * rows, h).to(weight.dtype)
        d_weight = torch.bmm(before.transpose(1, 2), reduced_slopes.view(2, steps * rows, width))
        return slopes, d_weight.float()


class TwoWayLSTM(nn.Module):
    def __init__(self, size, hidden):
        super().__init__()
        self.hidden = hidden
        self.input = nn.Parameter(torch.empty(2, size, 4 * hidden))
        self.bias = nn.Parameter(torch.empty(2, 1, 4 * hidden))
        self.weight = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        bound = hidden ** -0.5
        for tensor in (self.input, self.bias, self.weight):
            nn.init.uniform_(tensor, -bound, bound)

    def forward(self, x, turn):
        """x: B x T x size; turn: B x T, the position a word has when its sentence is read backward. Gives B x T x 2h."""
        rows, steps, size = x.shape
        first = torch.arange(rows)[:, None] * steps
        ahead, behind = (first + torch.arange(steps)[None]), first + turn
        order = torch.cat([ahead.t().reshape(-1), behind.t().reshape(-1)])
        # Row (direction, t, b) of what the recurrence works on, for word t of sentence b.
        place = torch.arange(rows)[:, None]
        there = (torch.arange(steps)[None] * rows + place).reshape(-1)
        back = (turn * rows + place).reshape(-1) + rows * steps
        x = Rows.apply(x.reshape(rows * steps, size), order, (there, back))
        inputs = Product.apply(x.view(2, steps * rows, size), self.input) + self.bias
        outputs = Recurrence.apply(inputs.view(2, steps, rows, -1), self.weight).reshape(2 * steps * rows, -1)
        # Every row goes to one place; the order it came in leads back.
        inverse = torch.empty_like(order)
        take = torch.stack([there, back], 1).reshape(-1)
        inverse[take] = torch.arange(len(take))
        return Rows.apply(outputs, take, (inverse,)).view(rows, steps, 2 * self.hidden)
