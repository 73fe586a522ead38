<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>dw::ui::BoardPage</name>
    <message numerus="yes">
        <source>%Ln open deal(s)</source>
        <translation>
            <numerusform>%Ln open deal</numerusform>
            <numerusform>%Ln open deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::CardPainter</name>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>%Ln day overdue</numerusform>
            <numerusform>%Ln days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days in the stage</comment>
        <translation>
            <numerusform>%Ln d</numerusform>
            <numerusform>%Ln d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ColumnHead</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s) without an amount are not in the sum</source>
        <translation>
            <numerusform>%Ln deal without an amount is not in the sum</numerusform>
            <numerusform>%Ln deals without an amount are not in the sum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::Shell</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n record</numerusform>
            <numerusform>%1 · %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::TopBar</name>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n record</numerusform>
            <numerusform>%1 · %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::UndoSize</name>
    <message numerus="yes">
        <source>%1 go to the bin.</source>
        <translation>
            <numerusform>%1 goes to the bin.</numerusform>
            <numerusform>%1 go to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 come back from the bin.</source>
        <translation>
            <numerusform>%1 comes back from the bin.</numerusform>
            <numerusform>%1 come back from the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 go back to their old values.</source>
        <translation>
            <numerusform>%1 goes back to its old values.</numerusform>
            <numerusform>%1 go back to their old values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other record(s)</source>
        <translation>
            <numerusform>%1 and %n other record</numerusform>
            <numerusform>%1 and %n other records</numerusform>
        </translation>
    </message>
</context>
</TS>
