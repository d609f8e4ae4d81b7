using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Orders.Facts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What a host may expect after ordering, by what was ordered.</summary>
internal static class WhatNext
{
    public static IEnumerable<string> Of(OrderPage page, IStringLocalizer<OrderingTexts> texts, Wording wording)
    {
        var package = page.Package;
        if (page.Order.Event.Language != AssistLanguages.English)
        {
            yield return texts["WhatNext.Language", Wording.Language(page.Order.Event.Language)];
        }

        if (package.IncludesPlanningCall)
        {
            yield return texts["WhatNext.PlanningCall"];
        }

        if (package.IncludesRehearsal || package.IncludesConsultation || page.Order.SessionWishes.Count > 0
            || page.Order.FeeLines.Any(line => line.Kind is FeeKind.Rehearsal or FeeKind.Consultation))
        {
            yield return texts["WhatNext.Sessions"];
        }

        yield return texts["WhatNext.Content"];
        var lead = page.Whole.LeadMinutes;
        yield return texts["WhatNext.Live", page.Producer.Name, wording.Length(lead)];
    }
}
