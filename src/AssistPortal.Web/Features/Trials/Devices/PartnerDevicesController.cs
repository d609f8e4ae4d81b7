using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>The devices of a customer, for their partner.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/{id:guid}/devices")]
public sealed class PartnerDevicesController(
    PartnerAccess access,
    DeviceBook book,
    DeviceDesk desk,
    LabelValidator labelValidator,
    MoreDevicesValidator moreValidator,
    ReaderTimes times,
    IStringLocalizer<DevicePagesTexts> texts)
    : TrialDevicesController(book, desk, labelValidator, moreValidator, times, texts)
{
    protected override string Path => $"{BackPath}/devices";

    protected override string BackPath => $"/trials/{Trial.Id}";

    protected override async Task<Trial?> FindAsync(CancellationToken cancellationToken) =>
        Guid.TryParse($"{RouteData.Values["id"]}", out var id)
            ? await access.FindAsync(id, User.UserId(), cancellationToken)
            : null;
}
