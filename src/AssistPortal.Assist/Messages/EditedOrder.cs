using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;

namespace AssistPortal.Assist.Messages;

/// <summary>An order that a coordinator has edited.</summary>
/// <param name="Whole">The order as it is.</param>
/// <param name="Before">As it was.</param>
/// <param name="FormerPackage">The package that it had.</param>
/// <param name="FormerProducer">The producer who had it.</param>
/// <param name="FormerSequence">SEQUENCE of its calendar mails until then.</param>
internal sealed record EditedOrder(
    OrderWithRelations Whole,
    OrderSnapshot Before,
    ServicePackage FormerPackage,
    Producer FormerProducer,
    int FormerSequence)
{
    public Order Order => Whole.Order;

    public OrderSnapshot After { get; } = OrderSnapshot.Of(Whole.Order);

    public bool HasOtherAddress => After.HasOtherAddressThan(Before);

    public bool HasOtherProducer => After.ProducerId != Before.ProducerId;

    /// <summary>Whether its producer is reserved anew, perhaps for another length.</summary>
    public bool HasOtherTime =>
        (Before.PackageId, Before.DurationMinutes) != (After.PackageId, After.DurationMinutes);

    /// <summary>Whether either calendar entry tells of it.</summary>
    public bool ShowsInCalendars => Order.CalendarSequence != FormerSequence;

    /// <summary>Whether the customer's does, or is to stand in another calendar.</summary>
    public bool ShowsInCustomersCalendar => ShowsInCalendars && (HasOtherAddress
        || (Before.Topic, Before.MeetingUrl) != (After.Topic, After.MeetingUrl)
        || (Before.PackageId, Before.DurationMinutes, Before.ProducerId)
            != (After.PackageId, After.DurationMinutes, After.ProducerId));

    /// <summary>What is different, in the current culture.</summary>
    public IReadOnlyList<OrderDifference> Differences(OrderDifferences differences) => differences.Between(
        Before,
        After,
        id => (id == FormerPackage.Id ? FormerPackage : Whole.Package).Texts.In(CultureInfo.CurrentUICulture).Name,
        id => (id == FormerProducer.Id ? FormerProducer : Whole.Producer).Name);

    /// <summary>The same without what is no producer's matter: the fee, and who gets the report.</summary>
    public EditedOrder ForProducer() =>
        this with { Before = Before with { Fee = After.Fee, ReportEmail = After.ReportEmail } };
}
