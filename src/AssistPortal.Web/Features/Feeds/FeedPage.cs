using AssistPortal.Assist.Feeds;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Feeds;

/// <summary>Somebody's calendar feed.</summary>
public sealed record FeedPage
{
    /// <summary>Where the page is.</summary>
    public required string Path { get; init; }

    /// <summary>Whether a producer looks, or a host.</summary>
    public required bool IsProducer { get; init; }

    /// <summary>When the feed was made; null where there is none.</summary>
    public required Instant? MadeAt { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>The address, right after it was made.</summary>
    public Uri? Address { get; init; }

    public string? Notice { get; init; }
}

/// <summary>Makes, replaces and revokes the feed of whoever is signed in.</summary>
public sealed class FeedForms(
    CalendarFeeds feeds, ReaderTimes times, PortalAddress address, IStringLocalizer<FeedsTexts> texts)
{
    private const string MadeToken = "FeedToken";

    public async Task<FeedPage> PageAsync(Controller controller, string path, CancellationToken cancellationToken) =>
        new()
        {
            Path = path,
            IsProducer = path.StartsWith("/producer", StringComparison.Ordinal),
            MadeAt = await feeds.MadeAtAsync(controller.User.UserId(), cancellationToken),
            Time = await times.OfAsync(controller.User, cancellationToken),
            Address = controller.TempData[MadeToken] is string token ? address.Of($"feeds/{token}.ics") : null,
            Notice = controller.TempData["Notice"] as string,
        };

    /// <summary>Makes a new address, which the next page shows, and no other.</summary>
    public async Task MakeAsync(Controller controller, CancellationToken cancellationToken) =>
        controller.TempData[MadeToken] = await feeds.MakeAsync(controller.User.UserId(), cancellationToken);

    public async Task EndAsync(Controller controller, CancellationToken cancellationToken)
    {
        await feeds.RevokeAsync(controller.User.UserId(), cancellationToken);
        controller.TempData["Notice"] = texts["Notice.Revoked"].Value;
    }
}
