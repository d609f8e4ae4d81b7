using System.Globalization;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Features.Accounts.Own;
using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Features.Errors;
using AssistPortal.Web.Features.Feeds;
using AssistPortal.Web.Features.Managing;
using AssistPortal.Web.Features.MyTrial;
using AssistPortal.Web.Features.MyTrial.Users;
using AssistPortal.Web.Features.Notices;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Orders.Further;
using AssistPortal.Web.Features.Orders.Sessions;
using AssistPortal.Web.Features.Orders.Timeline;
using AssistPortal.Web.Features.Packages;
using AssistPortal.Web.Features.Resources;
using AssistPortal.Web.Features.Resources.History;
using AssistPortal.Web.Features.Resources.Invoices;
using AssistPortal.Web.Features.Staff.Dashboard;
using AssistPortal.Web.Features.Staff.Demand;
using AssistPortal.Web.Features.Staff.Jobs;
using AssistPortal.Web.Features.Staff.Mail;
using AssistPortal.Web.Features.Staff.Meetings;
using AssistPortal.Web.Features.Staff.Orders.Acts;
using AssistPortal.Web.Features.Staff.Orders.Edit;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Features.Staff.Orders.New;
using AssistPortal.Web.Features.Staff.Orders.Page;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Features.Staff.Reports;
using AssistPortal.Web.Features.Staff.Schedule;
using AssistPortal.Web.Features.Staff.ShortNotices;
using AssistPortal.Web.Features.Staff.Sites;
using AssistPortal.Web.Features.Staff.Trials;
using AssistPortal.Web.Features.Staff.Users;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Features.Trials.Convert;
using AssistPortal.Web.Features.Trials.Customers;
using AssistPortal.Web.Features.Trials.Devices;
using AssistPortal.Web.Features.Trials.Guide;
using AssistPortal.Web.Features.Trials.Orders;
using AssistPortal.Web.Features.Waiting;
using AssistPortal.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace AssistPortal.TestSupport.Portal;

/// <summary>The portal's own words, read from its resources, so that a test fails on a missing key.</summary>
public static class PortalWords
{
    /// <summary>Culture names of the portal's languages.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hant", "zh-Hans"];

    /// <summary>What a browser that speaks the language sends.</summary>
    public static string BrowserOf(string language) => language switch
    {
        "zh-Hant" => "zh-TW,zh;q=0.9,en;q=0.5",
        "zh-Hans" => "zh-CN,zh;q=0.9,en;q=0.5",
        _ => "en-GB,en;q=0.9",
    };

    /// <summary>A text with its arguments, in a language.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="language">Culture name.</param>
    /// <param name="sentence">
    /// Feature, key and arguments such as <c>Ordering.StartDate.TooSoon|14|@2026-12-15</c>; an argument that begins
    /// with @ is a date, or a date and time, in the words of pages.
    /// </param>
    /// <exception cref="InvalidOperationException">The resources have no such key.</exception>
    public static string Words(this PortalFactory portal, string language, string sentence)
    {
        var parts = sentence.Split('|');
        var (feature, key) = (
            parts[0][..parts[0].IndexOf('.', StringComparison.Ordinal)],
            parts[0][(parts[0].IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return In(language, () =>
        {
            object[] arguments = [.. parts.Skip(1).Select(Argument)];
            var text = portal.Localizer(feature)[key, arguments];
            return text.ResourceNotFound
                ? throw new InvalidOperationException($"No text {key} in {feature}.")
                : PortalPage.Squeeze(text.Value);
        });
    }

    /// <summary>Something said in a language, with its forms of dates and numbers.</summary>
    public static T In<T>(string language, Func<T> say)
    {
        var (culture, pages) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, pages);
        }
    }

    private static string Argument(string text)
    {
        if (!text.StartsWith('@'))
        {
            return text;
        }

        return LocalDatePattern.Iso.Parse(text[1..]) is { Success: true, Value: var date }
            ? Wording.Date(date)
            : Wording.LocalTime(LocalDateTimePattern.ExtendedIso.Parse($"{text[1..]}:00").Value);
    }

    private static IStringLocalizer Localizer(this PortalFactory portal, string feature) => feature switch
    {
        "Accounts" => portal.Services.GetRequiredService<IStringLocalizer<AccountsTexts>>(),
        "OwnAccount" => portal.Services.GetRequiredService<IStringLocalizer<OwnAccountTexts>>(),
        "Assist" => portal.Services.GetRequiredService<IStringLocalizer<AssistTexts>>(),
        "Catalogue" => portal.Services.GetRequiredService<IStringLocalizer<CatalogueTexts>>(),
        "Correspondence" => portal.Services.GetRequiredService<IStringLocalizer<CorrespondenceTexts>>(),
        "Next" => portal.Services.GetRequiredService<IStringLocalizer<NextTexts>>(),
        "Facts" => portal.Services.GetRequiredService<IStringLocalizer<FactsTexts>>(),
        "Orders" => portal.Services.GetRequiredService<IStringLocalizer<OrdersTexts>>(),
        "Further" => portal.Services.GetRequiredService<IStringLocalizer<FurtherTexts>>(),
        "Sessions" => portal.Services.GetRequiredService<IStringLocalizer<SessionsTexts>>(),
        "Times" => portal.Services.GetRequiredService<IStringLocalizer<TimesTexts>>(),
        "Errors" => portal.Services.GetRequiredService<IStringLocalizer<ErrorsTexts>>(),
        "History" => portal.Services.GetRequiredService<IStringLocalizer<HistoryTexts>>(),
        "Invoices" => portal.Services.GetRequiredService<IStringLocalizer<InvoicesTexts>>(),
        "ShortNotices" => portal.Services.GetRequiredService<IStringLocalizer<ShortNoticesTexts>>(),
        "Timeline" => portal.Services.GetRequiredService<IStringLocalizer<TimelineTexts>>(),
        "MyTrial" => portal.Services.GetRequiredService<IStringLocalizer<MyTrialTexts>>(),
        "MyUsers" => portal.Services.GetRequiredService<IStringLocalizer<MyUsersTexts>>(),
        "Feeds" => portal.Services.GetRequiredService<IStringLocalizer<FeedsTexts>>(),
        "Managing" => portal.Services.GetRequiredService<IStringLocalizer<ManagingTexts>>(),
        "Meetings" => portal.Services.GetRequiredService<IStringLocalizer<MeetingsTexts>>(),
        "Ordering" => portal.Services.GetRequiredService<IStringLocalizer<OrderingTexts>>(),
        "Packages" => portal.Services.GetRequiredService<IStringLocalizer<PackagesTexts>>(),
        "StaffJob" => portal.Services.GetRequiredService<IStringLocalizer<StaffJobTexts>>(),
        "Waiting" => portal.Services.GetRequiredService<IStringLocalizer<WaitingTexts>>(),
        "Producers" => portal.Services.GetRequiredService<IStringLocalizer<ProducersTexts>>(),
        "Resources" => portal.Services.GetRequiredService<IStringLocalizer<ResourcesTexts>>(),
        "Schedule" => portal.Services.GetRequiredService<IStringLocalizer<ScheduleTexts>>(),
        "Shared" => portal.Services.GetRequiredService<IStringLocalizer<SharedTexts>>(),
        "Audit" => portal.Services.GetRequiredService<IStringLocalizer<AuditTexts>>(),
        "AuditField" => portal.Services.GetRequiredService<IStringLocalizer<AuditFieldTexts>>(),
        "Dashboard" => portal.Services.GetRequiredService<IStringLocalizer<DashboardTexts>>(),
        "Notices" => portal.Services.GetRequiredService<IStringLocalizer<NoticesTexts>>(),
        "Reports" => portal.Services.GetRequiredService<IStringLocalizer<ReportsTexts>>(),
        "Demand" => portal.Services.GetRequiredService<IStringLocalizer<DemandTexts>>(),
        "Users" => portal.Services.GetRequiredService<IStringLocalizer<UsersTexts>>(),
        "StaffOrderList" => portal.Services.GetRequiredService<IStringLocalizer<StaffOrderListTexts>>(),
        "StaffOrder" => portal.Services.GetRequiredService<IStringLocalizer<StaffOrderTexts>>(),
        "StaffOrderActs" => portal.Services.GetRequiredService<IStringLocalizer<StaffOrderActsTexts>>(),
        "NewOrder" => portal.Services.GetRequiredService<IStringLocalizer<NewOrderTexts>>(),
        "OrderEdit" => portal.Services.GetRequiredService<IStringLocalizer<OrderEditTexts>>(),
        "Sites" => portal.Services.GetRequiredService<IStringLocalizer<SitesTexts>>(),
        "Customers" => portal.Services.GetRequiredService<IStringLocalizer<CustomersTexts>>(),
        "DevicePages" => portal.Services.GetRequiredService<IStringLocalizer<DevicePagesTexts>>(),
        "HelpDesk" => portal.Services.GetRequiredService<IStringLocalizer<HelpDeskTexts>>(),
        "Convert" => portal.Services.GetRequiredService<IStringLocalizer<ConvertTexts>>(),
        "Guide" => portal.Services.GetRequiredService<IStringLocalizer<GuideTexts>>(),
        "PurchaseOrder" => portal.Services.GetRequiredService<IStringLocalizer<PurchaseOrderTexts>>(),
        "StaffMail" => portal.Services.GetRequiredService<IStringLocalizer<StaffMailTexts>>(),
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature, "No such feature."),
    };
}
