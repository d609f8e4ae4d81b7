using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// What customer and coordinators write to each other about an order. Its messages are numbered from 1 on: of two that
/// are written at the same moment the key refuses one, which is then written as the next.
/// </summary>
public sealed class OrderMessage
{
    public const int TextLength = 2000;

    /// <summary>
    /// For so long the same words from the same side, one right after the other, are one message that was sent twice.
    /// </summary>
    public static readonly Duration SameFor = Duration.FromHours(1);

    private OrderMessage()
    {
    }

    public Guid OrderId { get; private init; }

    public int Position { get; private init; }

    public bool IsFromCustomer { get; private init; }

    /// <summary>Whose account; null for a customer without one.</summary>
    public Guid? AuthorId { get; private init; }

    public Instant At { get; private init; }

    public string Text { get; private init; } = "";

    /// <param name="order">The order.</param>
    /// <param name="position">One more than the last one's; 1 for the first.</param>
    /// <param name="authorId">The host's account; null for somebody without one.</param>
    /// <param name="text">What is written.</param>
    /// <param name="now">The moment.</param>
    public static OrderMessage FromCustomer(Order order, int position, Guid? authorId, string text, Instant now) =>
        Of(order, position, isFromCustomer: true, authorId, text, now);

    /// <inheritdoc cref="FromCustomer" />
    public static OrderMessage FromCoordinator(Order order, int position, Guid authorId, string text, Instant now) =>
        Of(order, position, isFromCustomer: false, authorId, text, now);

    /// <summary>Whether it says what this one says, sent a second time.</summary>
    public bool IsRepeatedBy(OrderMessage next) =>
        next.IsFromCustomer == IsFromCustomer && next.Text == Text && next.At - At < SameFor;

    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    private static OrderMessage Of(
        Order order, int position, bool isFromCustomer, Guid? authorId, string text, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        return new OrderMessage
        {
            OrderId = order.Id,
            Position = position,
            IsFromCustomer = isFromCustomer,
            AuthorId = authorId,
            At = now,
            Text = Guard.TypedFilled(TextLength, text),
        };
    }
}
