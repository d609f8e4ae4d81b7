using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The fields of step 3, wherever they are filled in.</summary>
/// <param name="Input">What is typed.</param>
/// <param name="Site">The site on which the meeting is.</param>
/// <param name="Package">The package.</param>
/// <param name="Rates">What its extras cost.</param>
/// <param name="Time">When the event takes place.</param>
/// <param name="ContactEmail">Who gets the report where nobody is named.</param>
public sealed record EventFields(
    EventInformationInput Input,
    Site Site,
    ServicePackage Package,
    RateCard Rates,
    EventTime Time,
    string ContactEmail)
{
    /// <summary>What the package offers beside what it includes.</summary>
    public IEnumerable<ExtraChoice> Extras =>
        from rate in Rates.Extras
        orderby rate.Kind
        let hours = ExtraField.Of(rate.Kind)
        select new ExtraChoice(rate, hours.Name, hours.In(Input));
}
