using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Assist.Ordering;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared;
using FluentValidation.Results;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Ordering;

/// <summary>Step 3 of an order at northwind.meetings.example, on 2027-03-16 at 23:30 in New York.</summary>
internal static class EventInformationForm
{
    public static readonly LocalDateTime Now = new(2026, 12, 1, 4, 0);

    public static EventInformationInput Complete(Action<EventInformationInput>? change = null)
    {
        var input = new EventInformationInput { Topic = "Launch", ExpectedAttendees = "350" };
        change?.Invoke(input);
        return input;
    }

    public static ValidationResult Validate(EventInformationInput input)
    {
        using var culture = MailCulture.Of("en");
        var rates = new RateCard("USD", new RateCardDetails(100, 60, 100, new()));
        var summary = new OrderSummary
        {
            Draft = Drafts.New().WithTime(),
            Site = SampleOrder.Site(),
            Package = SampleOrder.Package(),
            Rates = rates,
            Now = default,
            Fee = StandardFee.By(rates, 60, []),
        };
        return new EventInformationValidator(Localizers.Of<OrderingTexts>(), Localizers.Of<SharedTexts>())
            .Validate(input, summary, Now);
    }

    public static string? Error(string field, Action<EventInformationInput> change) =>
        Validate(Complete(change)).ErrorOf(field);
}
