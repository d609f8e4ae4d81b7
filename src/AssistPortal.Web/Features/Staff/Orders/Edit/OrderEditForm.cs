using System.Text.Json;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>An order in the fields of the steps in which it was ordered.</summary>
/// <param name="Basics">Contact, package and length: step 1.</param>
/// <param name="Details">Step 3.</param>
public sealed record OrderEditForm(AvailabilityInput Basics, EventInformationInput Details)
{
    /// <summary>The order as it is.</summary>
    public static OrderEditForm Of(Order order, ServicePackage package)
    {
        var edit = OrderEdit.Of(order);
        return new OrderEditForm(
            AvailabilityInput.From(edit.Contact, package, edit.DurationMinutes),
            EventInformationInput.From(
                new EventInformation(edit.Event, edit.Extras, edit.SessionWishes, edit.ReportEmail)));
    }

    /// <summary>The fields that <see cref="Write"/> has written; null where nobody has.</summary>
    public static OrderEditForm? Read(string? written)
    {
        try
        {
            return string.IsNullOrEmpty(written) || JsonSerializer.Deserialize<Dictionary<string, string>>(written)
                is not { } fields
                ? null
                : Of(fields);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(Fields());

    /// <summary>Whether a field stands there as it does in another form.</summary>
    public bool IsSameIn(OrderEditForm other, string field) =>
        Tolerant.Text(Fields().GetValueOrDefault(field)) == Tolerant.Text(other.Fields().GetValueOrDefault(field));

    /// <summary>
    /// What two people have made of an order: what was typed here, and where nothing was, what has been saved.
    /// </summary>
    /// <param name="began">The form as it was opened.</param>
    /// <param name="saved">The order as it is by now.</param>
    public OrderEditForm With(OrderEditForm began, OrderEditForm saved)
    {
        var (typed, next) = (Fields(), saved.Fields());
        foreach (var name in typed.Keys.Union(next.Keys).ToList())
        {
            if (IsSameIn(began, name))
            {
                typed[name] = next.GetValueOrDefault(name, "");
            }
        }

        return Of(typed);
    }

    /// <summary>The fields as values, once they are known to be right.</summary>
    /// <param name="order">The order.</param>
    /// <param name="package">The package that is chosen.</param>
    /// <param name="isWhole">Whether all can be changed; else contact and report alone.</param>
    public OrderEdit ToEdit(Order order, ServicePackage package, bool isWhole)
    {
        var now = OrderEdit.Of(order);
        var contact = Basics.ReadContact();
        if (!isWhole)
        {
            var hasReport = package.HasReport && order.State != OrderState.Cancelled;
            return now with
            {
                Contact = contact,
                ReportEmail = hasReport ? Tolerant.Email(Details.ReportEmail) : now.ReportEmail,
            };
        }

        var information = Details.Read(OrderTariff.Of(order, package).Extras);
        return new OrderEdit
        {
            Contact = contact,
            Event = information.Details,
            PackageId = package.Id,
            DurationMinutes = Tolerant.Number(Basics.DurationMinutes) ?? now.DurationMinutes,
            Extras = information.Extras,
            SessionWishes = information.SessionWishes,
            ReportEmail = package.HasReport ? information.ReportEmail : "",
        };
    }

    private static OrderEditForm Of(IReadOnlyDictionary<string, string> fields) => new(
        FormFields.Fill<AvailabilityInput>(fields), FormFields.Fill<EventInformationInput>(fields));

    /// <summary>The fields that say something: 0 hours of an extra are none.</summary>
    private Dictionary<string, string> Fields() => FormFields.Of(Basics)
        .Concat(FormFields.Of(Details))
        .Where(field => field.Value != "0" || ExtraField.All.All(extra => extra.Name != field.Key))
        .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
}
