using System.Linq.Expressions;
using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>An order in the list and its export.</summary>
public sealed record OrderRow
{
    internal static readonly Expression<Func<Order, OrderRow>> Of = order => new OrderRow
    {
        Id = order.Id,
        Number = order.Number,
        Topic = order.Event.Topic,
        Language = order.Event.Language,
        Attendees = order.Event.ExpectedAttendees,
        FirstName = order.Contact.FirstName,
        LastName = order.Contact.LastName,
        Email = order.Contact.Email,
        Phone = order.Contact.Phone,
        Company = order.Contact.Company,
        PlacedAt = order.PlacedAt,
        IsByStaff = order.PlacedById != null,
        Start = order.Time.Start,
        DurationMinutes = order.Time.DurationMinutes,
        TimeZone = order.Time.TimeZone,
        State = order.State,
        PackageId = order.PackageId,
        SiteId = order.SiteId,
        ProducerId = order.ProducerId,
        OwnerId = order.OwnerId,
        Currency = order.Currency,
        StandardFeeMinor = order.StandardFeeMinor,
        CancellationFeeMinor = order.CancellationFeeMinor,
    };

    public required Guid Id { get; init; }

    public required string Number
    {
        get;
        init => (field, RequestNumber) = (value, RequestNumber.Parse(value));
    }

    public required string Topic { get; init; }

    public required string Language { get; init; }

    public required int Attendees { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required string Company { get; init; }

    public required Instant PlacedAt { get; init; }

    /// <summary>Whether a coordinator placed it for the customer.</summary>
    public required bool IsByStaff { get; init; }

    public required Instant Start { get; init; }

    public required int DurationMinutes { get; init; }

    public required string TimeZone { get; init; }

    public required OrderState State { get; init; }

    public required int PackageId { get; init; }

    public required int SiteId { get; init; }

    public required int ProducerId { get; init; }

    public required Guid? OwnerId { get; init; }

    public required string Currency { get; init; }

    public required long StandardFeeMinor { get; init; }

    public required long? CancellationFeeMinor { get; init; }

    public RequestNumber RequestNumber { get; private init; }

    public EventTime Time => new() { Start = Start, DurationMinutes = DurationMinutes, TimeZone = TimeZone };
}
