using System.Net;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>
/// A portal as a process of its own, all of whose data lies on a disk that fills up while hosts order, and on which
/// there is room again later.
/// </summary>
public sealed class FullDiskTests(PortalOnSmallDisk portal) : IClassFixture<PortalOnSmallDisk>
{
    private const string Topic = " Kept 王🎉 </textarea>";

    [SmallDiskFact]
    public async Task A_full_disk_is_told_keeps_the_forms_and_leaves_nothing_half_done_and_orders_go_on_after_it()
    {
        await portal.UntilAsync(async mails => !await mails.AnyAsync(mail => mail.State == OutboxMailState.Waiting));
        var since = SystemClock.Instance.GetCurrentInstant();
        using var host = await portal.SignInAsync(Journeys.Host, "zh-Hant");
        using var second = await portal.SignInAsync(Journeys.Host);
        using var third = await portal.SignInAsync(Journeys.OtherHost, "zh-Hans");
        var before = await portal.CountAsync();
        var backup = await portal.BackUpAsync();
        var number = (await portal.Orders.PlaceAsync(host)).At("confirmation").RequestNumber();
        var step = await portal.Orders.ToLastStepAsync(host);
        var forms = new[] { portal.Orders.UntilRefusedAsync(second), portal.Orders.UntilRefusedAsync(third) };
        while (!Array.TrueForAll(forms, form => form.IsCompleted))
        {
            portal.Disk.Fill();
            await Task.Delay(20);
        }

        (int Placed, PortalPage Kept)[] refused = await Task.WhenAll(forms);
        AssertKept(refused[0].Kept, "en");
        AssertKept(refused[1].Kept, "zh-Hans");
        var kept = await step.SubmitAsync(Journeys.EventFields(new() { ["Topic"] = Topic }));
        AssertKept(kept, "zh-Hant");

        // What only reads is there; what has the portal write, such as a first visit, may be.
        foreach (var path in new[] { "/assist", "/resources", $"/resources/orders/{number}", "/css/portal.css" })
        {
            var page = await host.GetAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK, page.Describe());
        }

        var ready = await host.GetAsync("/health/ready");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.Status, ready.Source.Split('\n')[0]));
        Assert.Contains(
            "data folder: Unhealthy. The disk of the data folder is full.", ready.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/health/live")).Status);
        await portal.AssertNoRoomForBackupsAsync(backup);

        portal.Disk.Free();
        Assert.Equal(before + 1 + refused.Sum(form => form.Placed), await portal.CountAsync());
        var order = await portal.ReadAsync((await kept.SubmitAsync()).At("confirmation").RequestNumber());
        Assert.Equal(Topic.Trim(), order.Event.Topic);
        foreach (var (_, form) in refused)
        {
            await portal.Orders.GoOnAsync(await form.SubmitAsync());
        }

        Assert.Equal(before + 4 + refused.Sum(form => form.Placed), await portal.CountAsync());
        await portal.AssertMailedOnceAsync(since);
        await portal.AssertSoundAsync();
    }

    [SmallDiskFact]
    public async Task While_only_the_folder_of_mails_is_full_orders_go_on_and_their_mails_wait()
    {
        await portal.UntilAsync(async mails => !await mails.AnyAsync(mail => mail.State == OutboxMailState.Waiting));
        using var host = await portal.SignInAsync(Journeys.OtherHost);
        var since = SystemClock.Instance.GetCurrentInstant();
        using (var disk = new SmallDisk(portal.Mails, mebibytes: 1))
        {
            disk.Fill();
            (await portal.Orders.PlaceAsync(host)).At("confirmation");
            (await portal.Orders.PlaceAsync(host)).At("confirmation");
            await portal.UntilAsync(async mails => await mails.CountAsync(mail => mail.Attempts > 0) > 1);
            Assert.Empty(Directory.GetFiles(portal.Mails, "*.eml"));
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/health/ready")).Status);

            disk.Free();
            await portal.AssertMailedOnceAsync(since);
        }

        await portal.AssertSoundAsync();
    }

    private static void AssertKept(PortalPage page, string language)
    {
        Assert.True(page.Status == HttpStatusCode.ServiceUnavailable, page.Describe());
        Assert.Equal(
            (PortalOnSmallDisk.Words(language, "Error.503.Title"), language), (page.Heading, page.Language));
        Assert.Contains(PortalOnSmallDisk.Words(language, "Error.FormKept"), page.Text, StringComparison.Ordinal);
    }
}
