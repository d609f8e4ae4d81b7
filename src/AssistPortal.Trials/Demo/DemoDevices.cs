using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Trials.Demo;

/// <summary>Devices at every state, and what the help desk is asked of them.</summary>
internal static class DemoDevices
{
    private static readonly DeviceState[][] Ways =
    [
        [],
        [DeviceState.InUse],
        [DeviceState.InUse, DeviceState.ReturnAnnounced],
        [DeviceState.InUse, DeviceState.ReturnAnnounced, DeviceState.PickedUp],
        [DeviceState.ReturnAnnounced, DeviceState.PickedUp, DeviceState.Received],
        [DeviceState.ReturnAnnounced, DeviceState.PickedUp, DeviceState.Received, DeviceState.Closed],
        [DeviceState.InUse, DeviceState.Kept],
    ];

    public static void Add(
        PortalDbContext db, RequestFiling filing, Trial trial, PortalUser customer, PortalUser partner, Instant now)
    {
        var there = Ship(trial.Id, "D20417", Ways.Length, now - Duration.FromDays(40));
        there.MoveTo(ShipmentState.InTransit, now - Duration.FromDays(38));
        there.MoveTo(ShipmentState.Delivered, now - Duration.FromDays(36));
        var underWay = Ship(trial.Id, "D20533", 1, now - Duration.FromDays(2));
        underWay.MoveTo(ShipmentState.InTransit, now - Duration.FromDays(1));
        db.AddRange(there, underWay);
        foreach (var (device, way) in there.Devices.Zip(Ways))
        {
            Walk(db, filing, device, way, customer, now);
        }

        filing.File(
            HelpDeskRequestKind.Shipment,
            AskerOf(partner),
            new HelpDeskSubject(trial.Id)
            {
                LoanNumber = underWay.LoanNumber, Text = "The customer expected it on Monday.",
            },
            now - Duration.FromHours(6));
        filing.File(
            HelpDeskRequestKind.Label,
            AskerOf(customer),
            new HelpDeskSubject(trial.Id, there.Devices[1].Id) { PostalAddress = "Ruth Adler\n12 Pier Road\nPortland" },
            now - Duration.FromHours(20));
    }

    private static Shipment Ship(Guid trialId, string loanNumber, int devices, Instant at)
    {
        var shipment = new Shipment(trialId, loanNumber, "Swift Parcel", "+1 555 0199", $"SP{loanNumber[1..]}77", at);
        for (var place = 0; place < devices; place++)
        {
            shipment.Add(place % 2 == 0 ? "Desk Pro" : "Room Kit", $"FOC{loanNumber[1..]}{place}", at);
        }

        return shipment;
    }

    private static void Walk(
        PortalDbContext db, RequestFiling filing, Device device, DeviceState[] way, PortalUser customer, Instant now)
    {
        DeviceReturn? back = null;
        HelpDeskRequest? request = null;
        foreach (var (place, state) in way.Index())
        {
            var at = now - Duration.FromDays(20 - (place * 4));
            device.GoOn(state, at);
            if (state == DeviceState.ReturnAnnounced)
            {
                back = new DeviceReturn(device.Id, $"RMA{device.SerialNumber[3..]}", at);
                db.Add(back);
                request = filing.File(
                    HelpDeskRequestKind.Return, AskerOf(customer), new HelpDeskSubject(device.TrialId, device.Id), at);
            }
            else if (state is DeviceState.PickedUp or DeviceState.Received or DeviceState.Closed)
            {
                back!.Note(state, at);
            }
        }

        if (device.State == DeviceState.Closed)
        {
            request!.Close(customer.Id, "", now - Duration.FromDays(4));
        }
    }

    private static HelpDeskAsker AskerOf(PortalUser user) => HelpDeskAsker.Of(user, PortalUser.DefaultLanguage);
}
